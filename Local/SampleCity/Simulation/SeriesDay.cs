namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>One day of one series: the truth, and what came of it. All in person-visits.</summary>
/// <param name="Date">The day.</param>
/// <param name="Expected">Mean over all weathers.</param>
/// <param name="Mean">Mean given the day's weather.</param>
/// <param name="Wanted">What residents wanted.</param>
/// <param name="Served">What capacity allowed.</param>
internal readonly record struct SeriesDay(DateOnly Date, double Expected, double Mean, int Wanted, int Served)
{
    /// <summary>Turned away.</summary>
    public int Unmet => Wanted - Served;
}
