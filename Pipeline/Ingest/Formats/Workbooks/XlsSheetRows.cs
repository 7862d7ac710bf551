using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using ExcelDataReader;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The rows of a sheet that ExcelDataReader reads, of which the source disposes.</summary>
internal sealed class XlsSheetRows(IExcelDataReader reader, Func<int, int, string?> errorAt) : SheetRows
{
    private readonly Dictionary<string, CellFormat> _formats = new(StringComparer.Ordinal);
    private long _number;

    public static UInt128 HashOf(IExcelDataReader reader, CancellationToken cancellationToken)
    {
        var hash = new XxHash128();
        while (reader.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var column = 0; column < reader.FieldCount; column++)
            {
                hash.Append(MemoryMarshal.AsBytes($"{Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)}\t".AsSpan()));
            }
        }

        return hash.GetCurrentHashAsUInt128();
    }

    public override bool HidesColumn(int column) => column < reader.FieldCount && reader.GetColumnWidth(column).Equals(0);

    public override ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!reader.Read()) return ValueTask.FromResult(false);
        Current.Begin(++_number, reader.RowHeight.Equals(0));
        for (var column = 0; column < reader.FieldCount; column++)
        {
            if (errorAt((int)_number - 1, column) is { } error) Current.SetError(column, error);
            else if (reader.GetValue(column) is { } value) Current.Set(column, Shown(value, column));
        }

        return ValueTask.FromResult(true);
    }

    public override ValueTask DisposeAsync()
    {
        reader.Dispose();
        return base.DisposeAsync();
    }

    // Days from 1904 have been converted by the library.
    private string Shown(object value, int column) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime moment => FormatOf(column).Show(Serial(moment), from1904: false),
        TimeSpan span => FormatOf(column).Show(span.TotalDays, from1904: false),
        IConvertible number => FormatOf(column).Show(number.ToDouble(CultureInfo.InvariantCulture), from1904: false),
        _ => "",
    };

    // Spreadsheet programs count the days before 1 March 1900 one short.
    private static double Serial(DateTime moment) => moment.ToOADate() is < 61 and >= 1 and var serial ? serial - 1 : moment.ToOADate();

    private CellFormat FormatOf(int column)
    {
        var code = reader.GetNumberFormatString(column) ?? "";
        if (!_formats.TryGetValue(code, out var format)) _formats[code] = format = CellFormat.Of(code);
        return format;
    }
}
