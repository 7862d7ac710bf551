using System.Text.Json;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>A message of queue <c>forecast-work</c>, as JSON.</summary>
/// <param name="Kind">Kind: <c>plan</c> or <c>district</c>.</param>
/// <param name="RunId">Run of the message.</param>
/// <param name="District">District to forecast; null for a plan and for the level of the city.</param>
public sealed record WorkItem(string Kind, string RunId, string? District = null)
{
    internal const string PlanKind = "plan";
    internal const string DistrictKind = "district";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// The text of the message. Property names are written as declared, so readers find them with or without case sensitivity.
    /// </summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>The reason of the run's failure, if the work failed too often.</summary>
    internal Message Failed(int attempts) => Kind == PlanKind ? RunMessages.PlanningFailed(attempts)
        : District is null ? RunMessages.CityFailed(attempts)
        : RunMessages.DistrictFailed(District, attempts);

    /// <summary>Parses the text of a message; property names match in any letter case.</summary>
    /// <exception cref="JsonException">The text is not a work item.</exception>
    public static WorkItem Parse(string json) => JsonSerializer.Deserialize<WorkItem>(json, Web) is { Kind: not null, RunId: not null } item
        ? item
        : throw new JsonException($"A message of queue forecast-work is an object with kind and runId; this one is: {json}");
}
