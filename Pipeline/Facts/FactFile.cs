using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Pipeline.Facts;

/// <summary>
/// Writes and reads fact files: Parquet with the columns of <see cref="FactColumn"/>, rows as arrays of <see cref="Cell"/>.
/// </summary>
internal static class FactFile
{
    // Parquet counts dates from here.
    private static readonly DateOnly UnixEpoch = new(1970, 1, 1);

    /// <summary>Writes rows in their order.</summary>
    public static async Task<MemoryStream> WriteAsync(FactColumn[] columns, IReadOnlyList<Cell[]> rows, CancellationToken cancellationToken)
    {
        var stream = new MemoryStream();
        await using (var writer = await FactFileWriter.CreateAsync(columns, stream, cancellationToken))
        {
            for (var from = 0; from < rows.Count; from += FactFileWriter.RowsPerGroup)
                await writer.WriteAsync(rows, from, Math.Min(FactFileWriter.RowsPerGroup, rows.Count - from), cancellationToken);
        }

        stream.Position = 0;
        return stream;
    }

    /// <summary>
    /// Reads rows in their order. Of a column that was added after the file was written every value is missing; row groups whose dates all
    /// lie outside the days asked for are passed over.
    /// </summary>
    /// <param name="dateColumn">Index of the column by which to pass over; -1 for none.</param>
    public static async IAsyncEnumerable<Cell[]> ReadAsync(
        FactColumn[] columns,
        Stream stream,
        int dateColumn,
        DateOnly first,
        DateOnly last,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellationToken);
        var fields = columns.Select(column => reader.Schema.DataFields.FirstOrDefault(field => field.Name == column.Name)).ToArray();
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            if (dateColumn >= 0 && fields[dateColumn] is { } date && IsOutside(group, date, first, last)) continue;
            var count = (int)group.RowCount;
            var values = new Array?[columns.Length];
            for (var c = 0; c < columns.Length; c++)
                values[c] = fields[c] is { } field ? await ReadAsync(group, field, columns[c].Kind, count, cancellationToken) : null;
            for (var row = 0; row < count; row++)
            {
                var cells = new Cell[columns.Length];
                for (var c = 0; c < columns.Length; c++) cells[c] = CellAt(values[c], row);
                yield return cells;
            }
        }
    }

    private static bool IsOutside(ParquetRowGroupReader group, DataField date, DateOnly first, DateOnly last) =>
        group.GetStatistics(date) is { MinValue: int min, MaxValue: int max }
        && (UnixEpoch.AddDays(min) > last || UnixEpoch.AddDays(max) < first);

    private static async Task<Array> ReadAsync(
        ParquetRowGroupReader group, DataField field, FactColumnKind kind, int count, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case FactColumnKind.Text:
                var texts = new string[count];
                await group.ReadAsync(field, texts, cancellationToken: cancellationToken);
                return texts;
            case FactColumnKind.Number:
                var numbers = new double?[count];
                await group.ReadAsync<double>(field, numbers, cancellationToken: cancellationToken);
                return numbers;
            default:
                var dates = new DateTime?[count];
                await group.ReadAsync<DateTime>(field, dates, cancellationToken: cancellationToken);
                return dates;
        }
    }

    private static Cell CellAt(Array? values, int row) => values switch
    {
        null => Cell.Missing,
        string?[] texts => texts[row] is { } text ? Cell.Of(text) : Cell.Missing,
        double?[] numbers => numbers[row] is { } number ? Cell.Of(number) : Cell.Missing,
        DateTime?[] dates => dates[row] is { } date ? Cell.Of(DateOnly.FromDateTime(date)) : Cell.Missing,
        _ => throw new InvalidOperationException($"Fact files hold no {values.GetType()}."),
    };
}
