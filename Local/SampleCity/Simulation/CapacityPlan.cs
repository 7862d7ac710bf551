using CommunityDemand.Local.SampleCity.Sampling;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Daily capacity of a series: the level of the first year with the headroom of the profile. It rises each New Year by less than demand
/// grows in an ageing community, so that shortages appear. Services that turn nobody away have no limit.
/// </summary>
internal sealed class CapacityPlan
{
    private const int VisitsPerStaff = 9;
    private const double FundingPerVisit = 18 * 250;

    private readonly double _trained;

    public CapacityPlan(SampleCityOptions options, SampleSeries series, RandomStream random)
    {
        _trained = random.Between(0.55, 0.95);
        var tightness = random.Between(0.80, 1.40);
        if (double.IsInfinity(series.Profile.Headroom)) return;

        var level = Math.Max(2, series.BaseLevel(series.First) * series.Profile.Headroom * tightness);
        var steps = new List<(DateOnly, int)> { (series.First, (int)Math.Round(level)) };
        for (var year = series.First.Year + 1; year <= options.End.Year; year++)
        {
            level *= 1 + random.Between(0, 0.09);
            if (new DateOnly(year, 1, 1) <= series.Community.LastDay) steps.Add((new DateOnly(year, 1, 1), (int)Math.Round(level)));
        }

        Steps = steps;
    }

    /// <summary>Person-visits a day from a day on, oldest first; empty if unlimited.</summary>
    public IReadOnlyList<(DateOnly From, int Daily)> Steps { get; } = [];

    /// <summary>Person-visits that can be served on a day.</summary>
    public int On(DateOnly day)
    {
        var daily = int.MaxValue;
        foreach (var (from, capacity) in Steps)
        {
            if (from > day) break;
            daily = capacity;
        }

        return daily;
    }

    /// <summary>Staff for a daily capacity, and the trained part of the staff, in persons.</summary>
    public (int Staff, int Trained) Staff(int daily)
    {
        var staff = (daily + VisitsPerStaff - 1) / VisitsPerStaff;
        return (staff, (int)Math.Round(staff * _trained));
    }

    /// <summary>Yearly funding for a daily capacity, in yuan.</summary>
    public static double Funding(int daily) => daily * FundingPerVisit;
}
