using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Scenarios;

/// <summary>What would be.</summary>
/// <param name="Run">The run asked.</param>
/// <param name="Origin">Last day that its forecast saw.</param>
/// <param name="Title">What was assumed.</param>
/// <param name="Rows">City first; besides the city as a whole only what changes.</param>
public sealed record ScenarioAnswer(string Run, DateOnly Origin, Message Title, IReadOnlyList<ScenarioAnswerRow> Rows);

/// <summary>As a row of table <c>Scenarios</c>, whose reference says what each column means.</summary>
public sealed record ScenarioAnswerRow(
    string Level,
    string Area,
    string AreaName,
    string ServiceLevel,
    string Service,
    string ServiceName,
    double Demand,
    double DemandChange,
    double? Lower95,
    double? Upper95,
    double? Capacity,
    double? ExpectedShortage,
    double? ShortageChange,
    double? MatchRate,
    string? Status);
