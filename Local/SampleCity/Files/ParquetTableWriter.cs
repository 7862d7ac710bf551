using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Writer of Parquet files, one row group for each flush. Columns are strings, doubles or dates, and all are nullable.</summary>
internal sealed class ParquetTableWriter : TableWriter
{
    private readonly Stream _stream;
    private readonly ParquetWriter _writer;
    private readonly TableColumn[] _columns;
    private readonly DataField[] _fields;
    private readonly List<Cell>[] _rows;

    private ParquetTableWriter(Stream stream, ParquetWriter writer, TableColumn[] columns, DataField[] fields)
    {
        (_stream, _writer, _columns, _fields) = (stream, writer, columns, fields);
        _rows = [.. columns.Select(_ => new List<Cell>())];
    }

    public override bool TakesAnyText => false;

    /// <param name="stream">Output stream; closed with the writer.</param>
    public static async Task<ParquetTableWriter> CreateAsync(Stream stream, TableColumn[] columns, CancellationToken cancellationToken)
    {
        var fields = columns.Select(Field).ToArray();
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, options, cancellationToken: cancellationToken);
        return new ParquetTableWriter(stream, writer, columns, fields);
    }

    public override void Write(params ReadOnlySpan<Cell> row)
    {
        for (var i = 0; i < _columns.Length; i++) _rows[i].Add(row[i]);
    }

    public override async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_rows[0].Count == 0) return;

        using var group = _writer.CreateRowGroup();
        for (var i = 0; i < _columns.Length; i++)
        {
            await WriteColumnAsync(group, i, cancellationToken);
            _rows[i].Clear();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await FlushAsync(CancellationToken.None);
        await _writer.DisposeAsync();
        await _stream.DisposeAsync();
    }

    private static DataField Field(TableColumn column) => column.Kind switch
    {
        CellKind.Text => new DataField<string>(column.Name),
        CellKind.Number => new DataField<double?>(column.Name),
        CellKind.Date => new DataField<DateOnly?>(column.Name),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    private Task WriteColumnAsync(ParquetRowGroupWriter group, int i, CancellationToken cancellationToken)
    {
        var (field, cells) = (_fields[i], _rows[i]);
        return _columns[i].Kind switch
        {
            CellKind.Text => group.WriteAsync(field, cells.ConvertAll(c => c.Text!), null),
            CellKind.Number => group.WriteAsync<double>(
                field, cells.ConvertAll(c => c.Kind == CellKind.Blank ? (double?)null : c.Number).ToArray(), null, null, cancellationToken),
            _ => group.WriteAsync<DateOnly>(
                field, cells.ConvertAll(c => c.Kind == CellKind.Blank ? (DateOnly?)null : c.Date).ToArray(), null, null, cancellationToken),
        };
    }
}
