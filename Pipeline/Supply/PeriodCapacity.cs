namespace CommunityDemand.Pipeline.Supply;

/// <summary>Capacity of a community's service over a period of the horizon.</summary>
/// <param name="Period">Period of the horizon, from 0.</param>
/// <param name="Step">Daily capacity, averaged over the days of the period; staff and funding of its last day.</param>
/// <param name="OpenDays">Days of the period on which the service is open; 1 where periods are days.</param>
internal readonly record struct PeriodCapacity(int Period, CapacityStep Step, double OpenDays)
{
    /// <summary>Person-visits that can be served in the period.</summary>
    public double Visits => Step.Daily * OpenDays;
}
