using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Chooses the frequency of a city.</summary>
internal static class FrequencyChoice
{
    private const double EnoughDemand = 0.8;

    /// <summary>
    /// The frequency that is set; otherwise the finest at which enough demand is reported, or the coarsest where none has enough.
    /// </summary>
    /// <param name="demand">Demand by the period that its figures stand for.</param>
    public static Cadence Of(IReadOnlyDictionary<Frequency, double> demand, ForecastingOptions options)
    {
        if (options.Fixed is { } set) return set;
        var all = demand.Values.Sum();
        double UpTo(Cadence cadence) => demand.Where(of => of.Key <= cadence.Frequency).Sum(of => of.Value);
        return Cadence.All.FirstOrDefault(cadence => UpTo(cadence) >= EnoughDemand * all) ?? Cadence.All[^1];
    }
}
