using System.Globalization;
using System.Text;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Reading.FactExports;

/// <summary>Facts as CSV (RFC 4180), UTF-8 without a mark: for programs, which take text as it stands and days as ISO.</summary>
internal sealed class CsvExport : IFactExport
{
    private readonly FactColumn[] _columns;
    private readonly StreamWriter _text;
    private readonly StringBuilder _line = new();

    public CsvExport(FactColumn[] columns, Stream stream)
    {
        _columns = columns;
        _text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
        _line.AppendJoin(',', columns.Select(column => column.Name)).Append("\r\n");
    }

    public async ValueTask WriteAsync(Cell[] row, CancellationToken cancellationToken)
    {
        for (var place = 0; place < _columns.Length; place++)
        {
            if (place > 0) _line.Append(',');
            Append(row[place], _columns[place].Kind);
        }

        _line.Append("\r\n");
        if (_line.Length > 1 << 14) await FlushAsync(cancellationToken);
    }

    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        await _text.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private void Append(Cell cell, FactColumnKind kind)
    {
        if (cell.IsMissing) return;
        if (cell.Text is { } text) _line.Append(CsvField.Of(text));
        else if (kind == FactColumnKind.Date) _line.Append(CultureInfo.InvariantCulture, $"{cell.Day:yyyy-MM-dd}");
        else _line.Append(CultureInfo.InvariantCulture, $"{cell.Number:R}");
    }

    private async Task FlushAsync(CancellationToken cancellationToken)
    {
        await _text.WriteAsync(_line, cancellationToken);
        _line.Clear();
    }
}
