using System.Globalization;
using CommunityDemand.Benchmarks.Reports;

namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>What a night's indicators cost by size of the city, and whether that is what was aimed at.</summary>
internal static class IndicatorReport
{
    private const double MostPeak = 1.5e9;
    private const double MostExponent = 1.05;

    public static string Of(IReadOnlyList<IndicatorResult> results, string command) => $"""
        ## A night's indicators: {results[0].City.Services} services, {results[0].City.City.Years} years

        ```
        {command}
        ```

        Facts lie in storage, the embedded Azurite if no other is given: usage of each service, community and day, and about 30 answers
        and complaints a community and month. Each part is measured alone in a process of its own; `{IndicatorMeasurement.Planning}` is
        all that a night does from facts, in one pass over usage and feedback, `{IndicatorMeasurement.Publishing}` all from forecasts and
        what was kept, but for the writing of tables. Rows / seconds on the clock / CPU seconds / GB allocated / peak MB of the process.

        {Parts(results)}
        {Targets(results)}
        """;

    private static string Parts(IReadOnlyList<IndicatorResult> results)
    {
        var table = new MarkdownTable(["part", .. results.Select(result => $"{result.City.Communities:N0} communities")]);
        foreach (var part in results[0].Parts.Select(one => one.Part))
            table.Add([Name(part), .. results.Select(result => Part(result.Of(part)))]);
        return table.ToString();
    }

    private static string Part(IndicatorMeasurement part) => string.Create(
        CultureInfo.InvariantCulture,
        $"{part.Rows:N0} / {part.Wall:0.0} / {part.Cpu:0.0} / {part.Allocated / 1e9:0.0} / {part.Peak / 1e6:N0}");

    private static string Name(string part) => part.Replace("Indicator", "", StringComparison.Ordinal);

    private static string Targets(IReadOnlyList<IndicatorResult> results)
    {
        var table = new MarkdownTable("aim", "measured", "reached");
        var most = results.SelectMany(result => result.Parts).Max(part => part.Peak);
        table.Add(
            string.Create(CultureInfo.InvariantCulture, $"peak memory under {MostPeak / 1e9:0.0} GB"),
            string.Create(CultureInfo.InvariantCulture, $"{most / 1e6:N0} MB"),
            Verdict(most < MostPeak));
        foreach (var part in (string[])[IndicatorMeasurement.Planning, IndicatorMeasurement.Publishing])
        {
            if (results.Count > 1) AddGrowth(table, $"CPU time of {part}", results, result => result.Of(part).Cpu);
            if (results.Count > 1) AddGrowth(table, $"peak memory of {part}", results, result => result.Of(part).Peak);
        }

        return table.ToString();
    }

    private static void AddGrowth(
        MarkdownTable table, string cost, IReadOnlyList<IndicatorResult> results, Func<IndicatorResult, double> of)
    {
        var exponent = GrowthExponent.Of([.. results.Select(result => ((double)result.City.Communities, of(result)))]);
        table.Add(
            string.Create(CultureInfo.InvariantCulture, $"{cost} ~ communities^e, e at most {MostExponent:0.00}"),
            exponent.ToString("0.00", CultureInfo.InvariantCulture),
            Verdict(exponent <= MostExponent));
    }

    private static string Verdict(bool reached) => reached ? "yes" : "**no**";
}
