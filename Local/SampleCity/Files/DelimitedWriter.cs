using System.Text;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Local.SampleCity.Files;

/// <summary>Writer of CSV (RFC 4180) and TSV in any encoding.</summary>
internal sealed class DelimitedWriter : TableWriter
{
    private readonly StreamWriter _writer;
    private readonly char _separator;
    private readonly string _dateFormat;

    /// <param name="stream">Output stream; closed with the writer.</param>
    /// <param name="headers">Column headers.</param>
    public DelimitedWriter(
        Stream stream, IReadOnlyList<string> headers, Encoding encoding, char separator = ',', string dateFormat = "yyyy-MM-dd")
    {
        _writer = new StreamWriter(stream, encoding, 1 << 16) { NewLine = "\r\n" };
        (_separator, _dateFormat) = (separator, dateFormat);
        Write([.. headers.Select(h => (Cell)h)]);
    }

    public override bool IsDelimited => true;

    public override void Write(params ReadOnlySpan<Cell> row)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) _writer.Write(_separator);
            if (row[i].Kind == CellKind.Raw) _writer.Write(row[i].Text);
            else _writer.Write(CsvField.Of(row[i].ToString(_dateFormat), _separator));
        }

        _writer.WriteLine();
    }

    public override ValueTask DisposeAsync() => _writer.DisposeAsync();
}
