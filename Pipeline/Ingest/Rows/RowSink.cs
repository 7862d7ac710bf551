using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Keeps rows as they are, a bounded batch at a time.</summary>
internal sealed class RowSink(IFactParts parts, int dateColumn) : IFactSink
{
    private const int MostRows = 50_000;
    private const int MostCharacters = 16 << 20;

    private readonly List<Cell[]> _rows = [];
    private long _characters;

    public async ValueTask AddAsync(Cell[] cells, CancellationToken cancellationToken)
    {
        _rows.Add([.. cells]);
        foreach (var cell in cells) _characters += cell.Text?.Length ?? 0;
        if (_rows.Count >= MostRows || _characters >= MostCharacters) await CompleteAsync(cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count == 0) return;
        // A stable sort: within a day the order of the file stays.
        await parts.WriteAsync(dateColumn < 0 ? _rows : [.. _rows.OrderBy(row => row[dateColumn].Number)], cancellationToken);
        _rows.Clear();
        _characters = 0;
    }
}
