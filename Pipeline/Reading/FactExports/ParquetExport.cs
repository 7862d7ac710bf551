using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>Facts as Parquet.</summary>
internal sealed class ParquetExport(FactFileWriter file) : IFactExport
{
    private readonly List<Cell[]> _rows = [];

    public async ValueTask WriteAsync(Cell[] row, CancellationToken cancellationToken)
    {
        _rows.Add(row);
        if (_rows.Count == FactFileWriter.RowsPerGroup) await CompleteAsync(cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_rows.Count > 0) await file.WriteAsync(_rows, 0, _rows.Count, cancellationToken);
        _rows.Clear();
    }

    public ValueTask DisposeAsync() => file.DisposeAsync();
}
