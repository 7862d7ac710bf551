using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Models.History;

/// <summary>
/// Finder of outages in the summed history of a group. It moves forward, so outages found before an origin do not depend on later values.
/// A unit (a week of days, a month) starts an outage if it and the next unit are far from the median of the units before. Two units near
/// that median end the outage. A deviation longer than <see cref="MostYears"/> is a lasting change.
/// </summary>
internal static class OutageFinder
{
    private const double Fallen = 0.4, Risen = 2.5, BackLeast = 0.6, BackMost = 1.67;
    private const double MostYears = 1.5;
    private const int UnitsBefore = 8;
    private const int FewestBefore = 4;

    /// <summary>Minimum visits per unit; smaller numbers vary too much by chance.</summary>
    private const double LeastDemand = 30;

    /// <summary>Outages known at an origin, without those that return every year.</summary>
    public static IEnumerable<Outage> KnownAt(IReadOnlyList<Outage> all, int origin, int year)
    {
        foreach (var outage in all)
        {
            if (outage.KnownFrom <= origin
                && !all.Any(other => other != outage && other.KnownFrom <= origin && outage.IsYearFrom(other, year)))
                yield return outage;
        }
    }

    public static List<Outage> Find(RunningSums sums, int periods, Frequency frequency, int year)
    {
        var unit = frequency switch
        {
            Frequency.Hourly => 168,
            Frequency.Daily => 7,
            _ => 1,
        };
        // An outage that starts or ends within a week also affects the neighbouring weeks.
        var beside = unit > 1 ? unit : 0;
        var found = new List<Outage>();
        var usual = new List<double>();
        var (start, odd, normal) = (-1, 0, 0);
        for (var end = unit; end <= periods; end += unit)
        {
            var level = sums.Mean(end - unit, end) * unit;
            if (double.IsNaN(level)) continue;
            var median = OrderStatistics.MedianOf(usual);
            if (start < 0)
            {
                odd = usual.Count >= FewestBefore && median >= LeastDemand && (level < Fallen * median || level > Risen * median)
                    ? odd + 1
                    : 0;
                if (odd == 2) (start, odd, normal) = (end - (2 * unit), 0, 0);
                else if (odd == 0) Remember(usual, level);
                continue;
            }

            normal = level >= BackLeast * median && level <= BackMost * median ? normal + 1 : 0;
            if (normal == 2) found.Add(new Outage(Math.Max(0, start - beside), end - (2 * unit) + beside, end));
            if (normal < 2 && end - start <= MostYears * year) continue;
            start = -1;
            if (normal < 2) usual.Clear();
            Remember(usual, level);
        }

        return found;
    }

    private static void Remember(List<double> usual, double level)
    {
        usual.Add(level);
        if (usual.Count > UnitsBefore) usual.RemoveAt(0);
    }
}
