using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Files that failed or are doubtful, and rows in quarantine.</summary>
internal static class UploadFindings
{
    private const int MostNamed = 3;

    public static IEnumerable<AttentionRow> Of(IReadOnlyList<PathRow> uploads, string city)
    {
        if (uploads.Count == 0) yield return Finding.Of(city, Severity.Watch, AttentionMessages.NoUploads());
        var untaken = Whole(uploads, city, UploadStatus.Rejected, AttentionMessages.UploadFailed, AttentionMessages.MoreUploadsFailed)
            .Concat(Whole(uploads, city, UploadStatus.Held, AttentionMessages.UploadHeld, AttentionMessages.MoreUploadsHeld));
        foreach (var finding in untaken.Concat(Doubtful(uploads, city))) yield return finding;
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

    // The newest files that count, or wait, although something about them is not known.
    private static IEnumerable<AttentionRow> Doubtful(IReadOnlyList<PathRow> uploads, string city)
    {
        PathRow[] files = [.. Newest(uploads.Where(row => row.Status != UploadStatus.Rejected && row.Doubts.Count > 0))];
        foreach (var row in files.Take(MostNamed))
        {
            yield return Finding.Of(city, Severity.Watch, AttentionMessages.UploadDoubtful(row.Path, Rejection.Of(row.Doubts))) with
            {
                Count = row.Doubts.Count,
                Since = DateOnly.FromDateTime(row.IngestedAt.UtcDateTime),
            };
        }

        var others = files.Length - MostNamed;
        if (others > 0)
            yield return Finding.Of(city, Severity.Watch, AttentionMessages.MoreUploadsDoubtful(others)) with { Count = others };
    }

    private static IEnumerable<PathRow> Newest(IEnumerable<PathRow> files) =>
        files.OrderByDescending(row => row.IngestedAt).ThenBy(row => row.Path, StringComparer.Ordinal);

    // The newest files of which nothing counts.
    private static IEnumerable<AttentionRow> Whole(
        IReadOnlyList<PathRow> uploads, string city, UploadStatus status, Func<string, Message, Message> one, Func<int, Message> more)
    {
        PathRow[] files = [.. Newest(uploads.Where(row => row.Status == status))];
        foreach (var row in files.Take(MostNamed))
        {
            yield return Finding.Of(city, Severity.Act, one(row.Path, row.Message ?? TextMessages.Plain(""))) with
            {
                Since = DateOnly.FromDateTime(row.IngestedAt.UtcDateTime),
            };
        }

        var others = files.Length - MostNamed;
        if (others > 0) yield return Finding.Of(city, Severity.Act, more(others)) with { Count = others };
    }

    private static Message Commonest(IEnumerable<PathRow> uploads) => uploads
        .SelectMany(row => row.Reasons)
        .GroupBy(reason => reason.Message, reason => reason.Rows)
        .OrderByDescending(rows => rows.Sum())
        .ThenBy(rows => rows.Key.ToString(), StringComparer.Ordinal)
        .First().Key;
}
