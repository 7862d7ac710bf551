using System.Text.Json;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>A message of queue <c>forecast-work</c>, as JSON.</summary>
/// <param name="Kind"><c>plan</c> or <c>district</c>.</param>
/// <param name="RunId">The run it belongs to.</param>
/// <param name="District">The district to forecast; null for a plan and for the city's own level.</param>
public sealed record WorkItem(string Kind, string RunId, string? District = null)
{
    internal const string PlanKind = "plan";
    internal const string DistrictKind = "district";

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>The message's text. Property names stand as they are declared: every reader finds them so, strict about case or not.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Why the run failed, if the work failed too often.</summary>
    internal Message Failed(int attempts) => Kind == PlanKind ? RunMessages.PlanningFailed(attempts)
        : District is null ? RunMessages.CityFailed(attempts)
        : RunMessages.DistrictFailed(District, attempts);

    /// <summary>Reads a message's text; property names match in any case.</summary>
    /// <exception cref="JsonException">The text is no work item.</exception>
    public static WorkItem Parse(string json) => JsonSerializer.Deserialize<WorkItem>(json, Web) is { Kind: not null, RunId: not null } item
        ? item
        : throw new JsonException($"A message of queue forecast-work is an object with kind and runId; this one is: {json}");
}
