using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Ingest.Commits;

/// <summary>Rows of the ledger that keep the account of a path.</summary>
internal static class PathRows
{
    public static PathRow Of(Delivery delivery, UploadStatus status, string rules, DateTimeOffset now) => new()
    {
        Path = delivery.File.Path,
        BlobTag = delivery.Tag,
        Bytes = delivery.Bytes,
        Modified = delivery.Modified,
        Status = status,
        IngestedAt = now,
        Rules = rules,
    };

    /// <summary>Fills in what a reading found.</summary>
    /// <param name="doubts">Doubts beside those of the reading.</param>
    public static void Describe(PathRow row, UploadContent content, Harvest harvest, IEnumerable<Message> doubts)
    {
        row.Content = content.Hash;
        row.UploadId = harvest.UploadId;
        row.Read = harvest.Tally.Read;
        row.Kept = harvest.Tally.Kept;
        row.Rejected = harvest.Tally.Rejected;
        row.Duplicates = harvest.Tally.Duplicates;
        row.Reasons = harvest.Tally.Reasons;
        row.Assumptions = [.. content.Assumptions.Concat(harvest.Assumptions).Distinct()];
        row.Doubts = [.. harvest.Doubts, .. doubts];
        row.Quarantine = harvest.Quarantine;
        row.Encoding = content.Encoding?.WebName;
        row.Mapping = harvest.Mapping;
        row.FirstDay = Utc(harvest.Span?.First);
        row.LastDay = Utc(harvest.Span?.Last);
    }

    private static DateTime? Utc(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
