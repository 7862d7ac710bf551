using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Status of a run, as in table <c>Runs</c>.</summary>
/// <param name="Id">Id: yyyyMMdd of the origin, a hyphen, and a digest of facts and settings; the same input has the same id.</param>
/// <param name="Origin">Last day that the forecasts used.</param>
/// <param name="DistrictsDone">Number of districts forecast so far.</param>
/// <param name="DistrictsTotal">Number of districts to forecast.</param>
/// <param name="Warnings">Warnings for planners; empty if none.</param>
/// <param name="Message">Reason of a failure, or null.</param>
public sealed record RunStatus(
    string Id,
    RunState State,
    DateOnly Origin,
    int DistrictsDone,
    int DistrictsTotal,
    IReadOnlyList<Message> Warnings,
    Message? Message);
