using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>Writes a fact file a group of rows at a time.</summary>
internal sealed class FactFileWriter : IAsyncDisposable
{
    /// <summary>Rows of a group.</summary>
    public const int RowsPerGroup = 16_384;

    private readonly FactColumn[] _columns;
    private readonly DataField[] _fields;
    private readonly ParquetWriter _writer;

    private FactFileWriter(FactColumn[] columns, DataField[] fields, ParquetWriter writer)
    {
        _columns = columns;
        _fields = fields;
        _writer = writer;
    }

    public static async Task<FactFileWriter> CreateAsync(FactColumn[] columns, Stream stream, CancellationToken cancellationToken)
    {
        var options = new ParquetOptions { CompressionMethod = CompressionMethod.Snappy };
        var fields = columns.Select(column => column.NewField()).ToArray();
        var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, options, cancellationToken: cancellationToken);
        return new FactFileWriter(columns, fields, writer);
    }

    /// <summary>Writes rows in their order as one group.</summary>
    public async Task WriteAsync(IReadOnlyList<Cell[]> rows, int from, int count, CancellationToken cancellationToken)
    {
        using var group = _writer.CreateRowGroup();
        for (var c = 0; c < _columns.Length; c++) await WriteAsync(group, rows, c, from, count, cancellationToken);
        group.CompleteValidate();
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private Task WriteAsync(
        ParquetRowGroupWriter group, IReadOnlyList<Cell[]> rows, int c, int from, int count, CancellationToken cancellationToken)
    {
        switch (_columns[c].Kind)
        {
            case FactColumnKind.Text:
                var texts = new string?[count];
                for (var i = 0; i < count; i++) texts[i] = rows[from + i][c].Text;
                return group.WriteAsync(_fields[c], texts!);
            case FactColumnKind.Number:
                var numbers = new double?[count];
                for (var i = 0; i < count; i++) numbers[i] = rows[from + i][c].NumberOrNull;
                return group.WriteAsync<double>(_fields[c], numbers, cancellationToken: cancellationToken);
            default:
                var dates = new DateTime?[count];
                for (var i = 0; i < count; i++)
                {
                    var cell = rows[from + i][c];
                    dates[i] = cell.IsMissing ? null : cell.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
                }

                return group.WriteAsync<DateTime>(_fields[c], dates, cancellationToken: cancellationToken);
        }
    }
}
