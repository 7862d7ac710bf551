using Azure;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Which run's tables are the current ones.</summary>
/// <param name="Run">The run's id.</param>
/// <param name="QueuedAt">When that run was asked for: one asked for earlier never takes its place.</param>
/// <param name="ETag">Version of the row this was read from.</param>
internal sealed record RunPointer(string Run, DateTimeOffset QueuedAt, ETag ETag)
{
    public const string Partition = "pointer";
    public const string Row = "current";

    public TableEntity ToEntity() => new(Partition, Row) { ["Run"] = Run, ["QueuedAt"] = QueuedAt };

    public static RunPointer From(TableEntity entity) =>
        new(entity.GetString("Run"), entity.GetDateTimeOffset("QueuedAt")!.Value, entity.ETag);
}
