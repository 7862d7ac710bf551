using System.Globalization;
using System.Text;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>Writes a table as it was understood: UTF-8, RFC 4180, one header, one row a record, values as they stand.</summary>
public static class TableExport
{
    /// <summary>What is added to a table's name for the rows that can't be placed.</summary>
    public const string LeftOutSuffix = ".left-out.csv";

    /// <summary>Reads a file and writes its table, and beside it the rows that can't be placed, if any.</summary>
    /// <param name="path">The file, of any format that ingest reads.</param>
    /// <param name="target">The CSV to write. A file without a header gives a table without one.</param>
    public static async Task<ExportedTable> WriteAsync(string path, string target, CancellationToken cancellationToken)
    {
        var reading = new TableReading(path, ReadingHints.None);
        try
        {
            await reading.OpenAsync(cancellationToken);
            return await WriteAsync(reading, target, cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            return new ExportedTable(0, 0, 0, [], unreadable.Message);
        }
    }

    private static async Task<ExportedTable> WriteAsync(TableReading reading, string target, CancellationToken cancellationToken)
    {
        long placed = 0, mended = 0, leftOut = 0;
        StreamWriter? beside = null;
        try
        {
            await using var table = new StreamWriter(target, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            if (reading.HasHeader) await WriteAsync(table, reading.Header);
            await foreach (var row in reading.RowsAsync(cancellationToken))
            {
                if (row.Cells is { } cells)
                {
                    await WriteAsync(table, cells);
                    placed++;
                    if (row.Fault is not null) mended++;
                    continue;
                }

                leftOut++;
                if (beside is null) await WriteAsync(beside = new StreamWriter(target + LeftOutSuffix), ["line", "reason", "original"]);
                await WriteAsync(
                    beside, [row.Line.ToString(CultureInfo.InvariantCulture), MessageTexts.English.Render(row.Fault!), row.Original]);
            }
        }
        finally
        {
            if (beside is not null) await beside.DisposeAsync();
        }

        return new ExportedTable(placed, mended, leftOut, [.. reading.Assumptions.Select(MessageTexts.English.Render)], null);
    }

    private static async Task WriteAsync(StreamWriter writer, IReadOnlyList<string> cells) =>
        await writer.WriteAsync(CsvField.Line(cells) + "\r\n");
}
