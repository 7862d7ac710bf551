namespace CommunityDemand.Pipeline.Facts;

/// <summary>Daily sums of one community x service x group.</summary>
/// <param name="Community">Community code.</param>
/// <param name="Service">Service code.</param>
/// <param name="Date">The day.</param>
/// <param name="Group">Resident group; null where uploads give none.</param>
/// <param name="Visits">Person-visits served.</param>
/// <param name="Unmet">Person-visits turned away.</param>
/// <param name="StaffHours">Staff hours; null where uploads give none.</param>
/// <param name="Responses">Response times; null where uploads give none.</param>
public sealed record UsageFact(
    string Community,
    string Service,
    DateOnly Date,
    string? Group,
    double Visits,
    double Unmet,
    double? StaffHours,
    ResponseTimes? Responses)
{
    /// <summary>Person-visits wanted: served and turned away.</summary>
    public double Demand => Visits + Unmet;
}
