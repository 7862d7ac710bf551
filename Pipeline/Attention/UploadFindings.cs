using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Files that failed, and rows in quarantine.</summary>
internal static class UploadFindings
{
    private const int MostNamed = 3;

    public static IEnumerable<AttentionRow> Of(IReadOnlyList<PathRow> uploads, string city)
    {
        if (uploads.Count == 0) yield return Finding.Of(city, Severity.Watch, AttentionMessages.NoUploads());
        PathRow[] failed = [.. uploads.Where(row => row.Status == UploadStatus.Rejected)
            .OrderByDescending(row => row.IngestedAt)
            .ThenBy(row => row.Path, StringComparer.Ordinal)];
        foreach (var row in failed.Take(MostNamed))
        {
            yield return Finding.Of(
                city, Severity.Act, AttentionMessages.UploadFailed(row.Path, row.Message ?? TextMessages.Plain(""))) with
            {
                Since = DateOnly.FromDateTime(row.IngestedAt.UtcDateTime),
            };
        }

        if (failed.Length > MostNamed)
            yield return Finding.Of(
                city, Severity.Act,
                AttentionMessages.MoreUploadsFailed(failed.Length - MostNamed)) with
            {
                Count = failed.Length - MostNamed
            };
        PathRow[] partly =
            [.. uploads.Where(row => row.Status != UploadStatus.Rejected && row.Rejected > 0)
                .OrderByDescending(row => row.Rejected)
                .ThenBy(row => row.Path, StringComparer.Ordinal)];
        if (partly.Length == 0) yield break;
        var (rejected, read) = (partly.Sum(row => row.Rejected), uploads.Sum(row => row.Read));
        var share = (double)rejected / read;
        yield return Finding.Of(
            city, Severity.Watch,
            AttentionMessages.Quarantined(
                partly.Length, rejected, share, Commonest(partly), [.. partly.Take(MostNamed).Select(row => row.Path)])) with
        {
            Value = rejected,
            Reference = read,
            Share = share,
            Count = partly.Length,
        };
    }

    private static Message Commonest(IEnumerable<PathRow> uploads) => uploads
        .SelectMany(row => row.Reasons)
        .GroupBy(reason => reason.Message, reason => reason.Rows)
        .OrderByDescending(rows => rows.Sum())
        .ThenBy(rows => rows.Key.ToString(), StringComparer.Ordinal)
        .First().Key;
}
