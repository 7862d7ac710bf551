using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>
/// Sample for <see cref="AgeingElasticity.Local"/>: for each community, the change of the share of residents aged 60 and over from the
/// first year of the panel to its last, and the growth of demand a resident for services for the elderly. Whole years cancel out seasons
/// and holidays. The median over a community's services is used, so a level shift of one service has no effect.
/// </summary>
internal static class AgeingSample
{
    private const double LeastKnown = 0.8;
    private const double Points = 100;

    /// <summary>One pair for each community; none where the panel is shorter than two years.</summary>
    public static IReadOnlyList<(double ShareChange, double LogGrowth)> Of(CityPanel city, IReadOnlyList<PopulationFact> population)
    {
        var panel = city.Panel;
        var year = YearOf(panel.Axis.Frequency);
        if (panel.Axis.Count < 2 * year) return [];
        var last = city.Origin;
        var (first, endOfFirst) = (DateOnly.FromDateTime(panel.Axis[0]), DateOnly.FromDateTime(panel.Axis[year]).AddDays(-1));
        var startOfLast = DateOnly.FromDateTime(panel.Axis[panel.Axis.Count - year]);
        var counts = population
            .Where(fact => fact.Date <= last && fact.Population > 0 && fact.Age60Plus is not null)
            .ToLookup(fact => fact.Community, StringComparer.Ordinal);
        var growths = city.Keys.Zip(panel.Values)
            .Where(series => city.Services[series.First.Service].ElderlySensitive)
            .Select(series => (series.First.Community, Growth: Growth(series.Second, year)))
            .Where(of => of.Growth is not null)
            .ToLookup(of => of.Community, of => of.Growth!.Value, StringComparer.Ordinal);
        var sample = new List<(double ShareChange, double LogGrowth)>();
        foreach (var community in growths.OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            if (Residents(counts[community.Key], first, endOfFirst) is not { } early) continue;
            if (Residents(counts[community.Key], startOfLast, last) is not { } late) continue;
            sample.Add(
                (Points * (late.Share - early.Share), OrderStatistics.MedianOf(community) - Math.Log(late.Population / early.Population)));
        }

        return sample;
    }

    private static int YearOf(Frequency frequency) => frequency == Frequency.Daily ? 365 : frequency.DefaultSeason();

    private static double? Growth(float[] values, int year) =>
        Mean(values.AsSpan(0, year)) is { } early and > 0 && Mean(values.AsSpan(values.Length - year)) is { } late and > 0
            ? Math.Log(late / early)
            : null;

    private static double? Mean(ReadOnlySpan<float> values)
    {
        var (sum, known) = (0.0, 0);
        foreach (var value in values)
        {
            if (float.IsNaN(value)) continue;
            sum += value;
            known++;
        }

        return known >= LeastKnown * values.Length ? sum / known : null;
    }

    private static (double Population, double Share)? Residents(IEnumerable<PopulationFact> counts, DateOnly from, DateOnly to)
    {
        PopulationFact[] inside = [.. counts.Where(fact => fact.Date >= from && fact.Date <= to)];
        return inside.Length == 0
            ? null
            : (inside.Average(fact => fact.Population), inside.Average(fact => fact.Age60Plus!.Value / fact.Population));
    }
}
