namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The rows of a table of a web page.</summary>
internal sealed class HtmlTableRows(HtmlTable table) : SheetRows
{
    private int _next;

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_next == table.Rows.Count) return ValueTask.FromResult(false);
        var (cells, isHidden) = table.Rows[_next++];
        Current.Begin(_next, isHidden);
        for (var column = 0; column < cells.Length; column++) Current.Set(column, cells[column]);
        return ValueTask.FromResult(true);
    }
}
