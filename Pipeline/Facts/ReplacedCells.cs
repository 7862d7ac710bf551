using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Which cells of older uploads newer ones replace. The cells of one year at a time are in memory, eight bytes each, and stay there while
/// uploads of the same year are read.
/// </summary>
/// <param name="rows">Reads the rows of an upload between two days.</param>
/// <param name="uploads">All uploads that count, oldest first.</param>
internal sealed class ReplacedCells(Func<LiveRow, DateOnly, DateOnly, IAsyncEnumerable<Cell[]>> rows, IReadOnlyList<LiveRow> uploads)
{
    private readonly bool _any = uploads.Any(upload => upload.Replaces);
    private (string Newer, int Year) _loaded = ("", 0);
    private ulong[] _cells = [];

    /// <summary>The rows of an upload less those that newer uploads replace.</summary>
    public async IAsyncEnumerable<Cell[]> LeftAsync(
        LiveRow upload,
        DateOnly first,
        DateOnly last,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        LiveRow[] newer = _any ? [.. uploads.SkipWhile(one => one.Owner != upload.Owner).Skip(1).Where(one => one.Replaces)] : [];
        if (newer.Length == 0)
        {
            await foreach (var row in rows(upload, first, last).WithCancellation(cancellationToken)) yield return row;
            yield break;
        }

        for (var year = Later(first, upload.FirstDay).Year; year <= Earlier(last, upload.LastDay).Year; year++)
        {
            var (from, to) = (Later(first, new DateTime(year, 1, 1)), Earlier(last, new DateTime(year, 12, 31)));
            await LoadAsync([.. newer.Where(one => !LiveFacts.IsOutside(one, from, to))], year, cancellationToken);
            await foreach (var row in rows(upload, from, to).WithCancellation(cancellationToken))
            {
                if (Array.BinarySearch(_cells, CellSample.CellOf(row)) < 0) yield return row;
            }
        }
    }

    private async Task LoadAsync(LiveRow[] newer, int year, CancellationToken cancellationToken)
    {
        var wanted = (string.Join(' ', newer.Select(one => one.UploadId)), year);
        if (wanted == _loaded) return;
        var cells = new List<ulong>();
        foreach (var upload in newer)
        {
            var whole = rows(upload, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            await foreach (var row in whole.WithCancellation(cancellationToken))
                cells.Add(CellSample.CellOf(row));
        }

        cells.Sort();
        (_cells, _loaded) = ([.. cells], wanted);
    }

    private static DateOnly Later(DateOnly day, DateTime? other) =>
        other is { } utc && DateOnly.FromDateTime(utc) is var own && own > day ? own : day;

    private static DateOnly Earlier(DateOnly day, DateTime? other) =>
        other is { } utc && DateOnly.FromDateTime(utc) is var own && own < day ? own : day;
}
