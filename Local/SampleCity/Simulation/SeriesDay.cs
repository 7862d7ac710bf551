namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>One day of one series, true and observed values, all in person-visits.</summary>
/// <param name="Date">The day.</param>
/// <param name="Expected">Mean over all weather.</param>
/// <param name="Mean">Mean given the weather of the day.</param>
/// <param name="Wanted">Demand of residents.</param>
/// <param name="Served">Demand that capacity allowed to serve.</param>
internal readonly record struct SeriesDay(DateOnly Date, double Expected, double Mean, int Wanted, int Served)
{
    /// <summary>Demand turned away.</summary>
    public int Unmet => Wanted - Served;
}
