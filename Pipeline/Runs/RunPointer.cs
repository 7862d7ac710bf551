using Azure;
using Azure.Data.Tables;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Pointer to the run whose tables are current.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="QueuedAt">Time of the run's request: a run requested earlier never replaces this run.</param>
/// <param name="ETag">Version of the row that was read.</param>
internal sealed record RunPointer(string Run, DateTimeOffset QueuedAt, ETag ETag)
{
    public const string Partition = "pointer";
    public const string Row = "current";

    public TableEntity ToEntity() => new(Partition, Row) { ["Run"] = Run, ["QueuedAt"] = QueuedAt };

    public static RunPointer From(TableEntity entity) =>
        new(entity.GetString("Run"), entity.GetDateTimeOffset("QueuedAt")!.Value, entity.ETag);
}
