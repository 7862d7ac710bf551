using System.Globalization;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Scale.Measuring;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>What the sizes of one frequency cost, how the costs grow, and whether that is what was aimed at.</summary>
internal static class SizeReport
{
    private const double MostExponent = 1.05;
    private const int LargePanel = 100_000;
    private const double MostPeak = 1.9e9;

    public static string Of(IReadOnlyList<Measurement> runs, string command)
    {
        var first = runs[0];
        return $"""
            ## {first.Frequency}: {first.Periods} periods of history, {first.Horizon} ahead

            ```
            {command}
            ```

            {first.Cores} cores; {string.Join(", ", first.Settings)}: a deployed instance's
            (`Functions/runtimeconfig.template.json`), where the environment said nothing else. Times are the engine's alone,
            from the panel to the intervals of all levels.

            {Sizes(runs)}
            {Targets(runs)}
            ### Steps

            Seconds on the clock / CPU seconds / GB allocated / most GB resident.

            {Steps(runs)}
            """;
    }

    private static string Sizes(IReadOnlyList<Measurement> runs)
    {
        var table = new MarkdownTable(
            "series", "nodes", "time", "CPU time", "series/s", "series/s, two busy cores", "peak memory", "the panel drawn",
            "managed heap");
        foreach (var run in runs)
        {
            table.Add(
                run.Series.ToString("N0", CultureInfo.InvariantCulture), run.Nodes.ToString("N0", CultureInfo.InvariantCulture),
                Show(run.Wall, "0.0 s"), Show(run.Cpu, "0.0 s"), Show(run.Rate, "0"), Show(run.RateOfTwoCores, "0"),
                Megabytes(run.Peak), Megabytes(run.PanelPeak), Megabytes(run.HeapPeak));
        }

        return table.ToString();
    }

    private static string Steps(IReadOnlyList<Measurement> runs)
    {
        var table = new MarkdownTable(["step", .. runs.Select(run => run.Series.ToString("N0", CultureInfo.InvariantCulture))]);
        foreach (var name in runs.SelectMany(run => run.Steps.Select(step => step.Name)).Distinct())
            table.Add([name, .. runs.Select(run => run.Steps.FirstOrDefault(step => step.Name == name) is { } step ? Step(step) : "-")]);
        return table.ToString();
    }

    private static string Step(StepMeasure step) => string.Create(
        CultureInfo.InvariantCulture,
        $"{step.Wall:0.0} / {step.Cpu:0.0} / {step.Allocated / 1e9:0.00} / {step.MostResident / 1e9:0.00}");

    private static string Targets(IReadOnlyList<Measurement> runs)
    {
        var least = runs[0].Frequency == Frequency.Daily ? 50 : 100;
        var table = new MarkdownTable("aim", "measured", "reached");
        var slowest = runs.MinBy(run => run.Rate)!;
        table.Add(
            string.Create(CultureInfo.InvariantCulture, $"{least} series/s or more on the clock"),
            Show(slowest.Rate, "0"),
            Verdict(slowest.Rate >= least));
        if (runs.Count > 1)
        {
            AddGrowth(table, "CPU time", runs, run => run.Cpu);
            AddGrowth(table, "time", runs, run => run.Wall);
            AddGrowth(table, "peak memory", runs, run => run.Peak);
        }

        if (runs.FirstOrDefault(run => run.Series >= LargePanel && run.Frequency == Frequency.Daily) is { } large)
            table.Add(
                string.Create(CultureInfo.InvariantCulture, $"{large.Series:N0} series under {MostPeak / 1e9:0.0} GB"),
                Megabytes(large.Peak),
                Verdict(large.Peak < MostPeak));
        return table.ToString();
    }

    private static void AddGrowth(MarkdownTable table, string cost, IReadOnlyList<Measurement> runs, Func<Measurement, double> of)
    {
        var points = runs.Select(run => ((double)run.Series, of(run))).ToArray();
        var steps = points.Skip(1).Select((point, i) => GrowthExponent.Of([points[i], point])).ToArray();
        var worst = steps.Max();
        table.Add(
            string.Create(CultureInfo.InvariantCulture, $"{cost} ~ size^e, e at most {MostExponent:0.00}"),
            string.Join(", ", steps.Select(step => Show(step, "0.00"))),
            Verdict(worst <= MostExponent));
    }

    private static string Verdict(bool reached) => reached ? "yes" : "**no**";

    private static string Show(double value, string format) =>
        value.ToString(format.Replace(" s", "' s'", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:N0} MB");
}
