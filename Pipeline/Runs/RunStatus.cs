using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>One run as table <c>Runs</c> has it.</summary>
/// <param name="Id">yyyyMMdd of the origin, a hyphen, and a digest of facts and settings: the same input has the same id.</param>
/// <param name="Origin">Last day that its forecasts saw.</param>
/// <param name="DistrictsDone">Districts forecast so far.</param>
/// <param name="DistrictsTotal">Districts to forecast.</param>
/// <param name="Warnings">What a planner should know; empty if nothing.</param>
/// <param name="Message">Why it failed, or null.</param>
public sealed record RunStatus(
    string Id,
    RunState State,
    DateOnly Origin,
    int DistrictsDone,
    int DistrictsTotal,
    IReadOnlyList<Message> Warnings,
    Message? Message);
