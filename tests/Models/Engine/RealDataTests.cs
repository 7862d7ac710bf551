using System.Globalization;
using System.IO.Compression;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;
using Sylvan.Data.Csv;

namespace CommunityDemand.Tests.Models.Engine;

/// <summary>The accuracy promised on published data; protocol and peers' figures are in the data's README.</summary>
public sealed class RealDataTests
{
    private const int Months = 48;
    private const int Holdout = 12;

    [Fact]
    public void Chicago_AreaByNatureLastYearHeldOut_BeatsEveryPublishedMethod()
    {
        var panel = Chicago();
        panel.Keys.Count.ShouldBe(333);

        var set = new ForecastEngine(new EngineOptions())
            .Run(panel.Truncate(Months - Holdout), Holdout, cancellationToken: TestContext.Current.CancellationToken);

        var bottoms = set.Nodes.Where(forecast => forecast.Node.IsBottom).ToDictionary(forecast => forecast.Node.Key);
        var (mase, errors, actuals, inside80, inside95) = (0.0, 0.0, 0.0, 0, 0);
        for (var series = 0; series < panel.Keys.Count; series++)
        {
            var forecast = bottoms[string.Join('|', panel.Keys[series])];
            var values = panel.Series(series);
            var actual = values.AsSpan(Months - Holdout);
            mase += Accuracy.Mase(actual, forecast.Mean, Accuracy.SeasonalNaiveScale(values.AsSpan(0, Months - Holdout), 12));
            for (var h = 0; h < Holdout; h++)
            {
                errors += Math.Abs(actual[h] - forecast.Mean[h]);
                actuals += actual[h];
                if (Probabilistic.Covers(actual[h], forecast.Lower80[h], forecast.Upper80[h])) inside80++;
                if (Probabilistic.Covers(actual[h], forecast.Lower95[h], forecast.Upper95[h])) inside95++;
            }
        }

        // The best published is .927 / .579: the mean of R's ETS, Theta and ARIMA.
        (mase / 333).ShouldBeLessThan(0.89);
        (errors / actuals).ShouldBeLessThan(0.55);
        ((double)inside80 / (333 * Holdout)).ShouldBeInRange(0.75, 0.85);
        ((double)inside95 / (333 * Holdout)).ShouldBeInRange(0.92, 0.98);
        ShouldBeCoherent(set);
    }

    private static void ShouldBeCoherent(ForecastSet set)
    {
        for (var h = 0; h < set.Periods.Count; h++)
        {
            var total = set.Nodes.Single(forecast => forecast.Node.Level == "total").Mean[h];
            foreach (var level in set.Nodes.GroupBy(forecast => forecast.Node.Level))
                level.Sum(forecast => forecast.Mean[h]).ShouldBe(total, 1e-6 * total);
        }
    }

    /// <summary>Months 2011 to 2014 of the series with at least 48 requests; duplicates and bad areas left out.</summary>
    private static Panel Chicago()
    {
        var folder = Repository.RealData("chicago-sanitation-311");
        using var names = CsvDataReader.Create(Path.Combine(folder, "community-areas.csv"));
        var sides = new Dictionary<string, string>();
        while (names.Read()) sides[names.GetString(names.GetOrdinal("community_area"))] = names.GetString(names.GetOrdinal("side"));
        using var text = new StreamReader(
            new GZipStream(File.OpenRead(Path.Combine(folder, "requests.csv.gz")), CompressionMode.Decompress));
        using var requests = CsvDataReader.Create(text);
        string Cell(string column) => requests.GetString(requests.GetOrdinal(column));
        var (counts, seen) = (new SortedDictionary<string, double[]>(StringComparer.Ordinal), new HashSet<string>());
        while (requests.Read())
        {
            if (Cell("status").Contains("Dup", StringComparison.Ordinal) || !seen.Add(Cell("request_number"))) continue;
            if (!sides.TryGetValue(Cell("community_area"), out var side)) continue;
            var created = DateTime.ParseExact(Cell("created"), "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var month = ((created.Year - 2011) * 12) + created.Month - 1;
            if (month is < 0 or >= Months) continue;
            var nature = Cell("nature") is { Length: > 0 } known ? known : "Unspecified";
            var key = $"{side}|{Cell("community_area")}|{nature}";
            if (!counts.TryGetValue(key, out var series)) counts.Add(key, series = new double[Months]);
            series[month]++;
        }

        var kept = counts.Where(series => series.Value.Sum() >= 48).ToArray();
        return new Panel(
            new TimeAxis(Frequency.Monthly, new DateTime(2011, 1, 1), Months),
            KeySchema.Of(["side", "community_area", "nature"], ["side", "community_area"]),
            [.. kept.Select(series => series.Key.Split('|'))],
            [.. kept.Select(series => series.Value)]);
    }
}
