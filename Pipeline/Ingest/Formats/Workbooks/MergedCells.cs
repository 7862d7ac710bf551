using System.Buffers;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// The merged cells of a sheet while its rows pass. A key that stands once for several rows is filled down; a figure that does is no figure
/// of any.
/// </summary>
internal sealed class MergedCells
{
    private static readonly SearchValues<char> Figures = SearchValues.Create("0123456789.,-+ ");

    private readonly Queue<MergedRange> _ahead;
    private readonly List<(MergedRange Range, string Text)> _open = [];
    private readonly SortedSet<int> _filled = [];

    public MergedCells(IEnumerable<MergedRange> merged) =>
        _ahead = new Queue<MergedRange>(merged.Where(range => range.LastRow > range.FirstRow).OrderBy(range => range.FirstRow));

    /// <summary>Columns of the sheet in which something was filled down.</summary>
    public IReadOnlyCollection<int> Filled => _filled;

    /// <summary>Fills a row; rows must come in their order.</summary>
    /// <param name="row">The row.</param>
    /// <param name="isKey">Whether rows may share a value of a column; null where its header says nothing.</param>
    public void Apply(SheetRow row, Func<int, bool?> isKey)
    {
        _open.RemoveAll(open => open.Range.LastRow < row.Number);
        foreach (var (range, text) in _open) Fill(row, range.FirstColumn, text, isKey(range.FirstColumn));
        while (_ahead.TryPeek(out var next) && next.FirstRow <= row.Number)
        {
            _ahead.Dequeue();
            if (next.LastRow < row.Number) continue;
            var text = next.FirstRow == row.Number ? row[next.FirstColumn] : "";
            _open.Add((next, text));
            if (isKey(next.FirstColumn) is false && text.Length > 0) row.SetFault(next.FirstColumn, WorkbookMessages.MergedMeasure);
        }
    }

    private void Fill(SheetRow row, int column, string text, bool? isKey)
    {
        if (text.Length == 0 || row[column].Length > 0) return;
        if (isKey is false)
        {
            row.SetFault(column, WorkbookMessages.MergedMeasure);
        }
        else if (isKey is true || !IsFigure(text))
        {
            row.Set(column, text);
            _filled.Add(column);
        }
    }

    private static bool IsFigure(string text) => text.AsSpan().IndexOfAnyExcept(Figures) < 0;
}
