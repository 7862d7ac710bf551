using System.Globalization;
using System.IO.Compression;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using Sylvan.Data.Csv;

namespace CommunityDemand.Local.Series;

/// <summary>
/// Reads a long table (one row for each event, or for each key and period) into a panel. Rows of the same key and period are summed. The
/// panel covers the first to the last period of the whole file.
/// </summary>
internal sealed class SeriesReader
{
    private const char Separator = '\u001f';
    private const double Largest = 1e15;
    private const long MostCells = 200_000_000;

    private readonly SeriesQuery _query;
    private readonly PeriodParser _periods;
    private readonly Dictionary<string, SeriesSums> _series = new(StringComparer.Ordinal);

    private SeriesReader(SeriesQuery query) => (_query, _periods) = (query, new PeriodParser(query.Frequency));

    /// <exception cref="UserErrorException">The file cannot be opened or read, or a cell is invalid.</exception>
    public static Panel Read(SeriesQuery query, CancellationToken cancellationToken)
    {
        var reader = new SeriesReader(query);
        try
        {
            reader.ReadRows(cancellationToken);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException or CsvFormatException)
        {
            throw new UserErrorException($"{query.File}: can't be read: {FileFaultMessages.Tell(failure)}.", failure);
        }

        return reader.ToPanel();
    }

    private void ReadRows(CancellationToken cancellationToken)
    {
        using var text = new StreamReader(Open(_query.File), detectEncodingFromByteOrderMarks: true);
        if (text.Peek() < 0) throw new UserErrorException($"{_query.File}: the file is empty; it needs a header and rows.");
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 1 << 16, MaxBufferSize = 1 << 24 });
        var (date, value) = (ColumnOf(csv, _query.Date, "--date"), _query.Value is { } name ? ColumnOf(csv, name, "--value") : -1);
        var keys = _query.Keys.Select(key => ColumnOf(csv, key, "--keys")).ToArray();
        var known = _series.GetAlternateLookup<ReadOnlySpan<char>>();
        var buffer = new char[256];
        while (csv.Read())
        {
            if ((csv.RowNumber & 0xffff) == 0) cancellationToken.ThrowIfCancellationRequested();
            // A blank line is not a row.
            if (csv.RowFieldCount == 1 && csv.FieldCount > 1 && csv.GetFieldSpan(0).IsWhiteSpace()) continue;
            if (csv.RowFieldCount < csv.FieldCount)
                throw Mistake(
                    csv, $"has {csv.RowFieldCount} cells where the header has {csv.FieldCount}",
                    "correct the row or quote cells that contain line breaks");
            var key = Key(csv, keys, ref buffer);
            if (!known.TryGetValue(key, out var sums)) known[key] = sums = new SeriesSums();
            sums.Add(Period(csv, date), value < 0 ? 1 : Value(csv, value));
        }
    }

    private Panel ToPanel()
    {
        if (_series.Count == 0) throw new UserErrorException($"{_query.File}: there are no rows under the header.");
        var (first, last) = (_series.Values.Min(sums => sums.First), _series.Values.Max(sums => sums.Last));
        var count = last - first + 1;
        if ((long)count * _series.Count > MostCells)
        {
            throw new UserErrorException(
                $"{_query.File}: {_series.Count} series over {count} periods ({_periods.StartOf(first):yyyy-MM-dd} to "
                    + $"{_periods.StartOf(last):yyyy-MM-dd}) "
                + "are more than fit in memory. Check for stray dates, or choose a longer --frequency.");
        }

        var keys = _series.Keys.Order(StringComparer.Ordinal).ToArray();
        return new Panel(
            new TimeAxis(_query.Frequency, _periods.StartOf(first), count),
            KeySchema.Of(_query.Keys, _query.Hierarchy),
            [.. keys.Select(key => key.Split(Separator))],
            [.. keys.Select(key => Values(_series[key], first, count))]);
    }

    private double[] Values(SeriesSums sums, int first, int count)
    {
        var values = new double[count];
        for (var t = 0; t < count; t++)
        {
            values[t] = sums[first + t];
            // Before its first row, a series does not exist as far as the file shows; that is not the same as no visits.
            if (_query.Fill == Fill.Zero && double.IsNaN(values[t]) && first + t >= sums.First && !sums.Unknown.Contains(first + t))
                values[t] = 0;
        }

        return values;
    }

    private static ReadOnlySpan<char> Key(CsvDataReader csv, int[] columns, ref char[] buffer)
    {
        var length = 0;
        for (var i = 0; i < columns.Length; i++)
        {
            var cell = csv.GetFieldSpan(columns[i]).Trim();
            if (buffer.Length < length + cell.Length + 1) Array.Resize(ref buffer, (length + cell.Length + 1) * 2);
            if (i > 0) buffer[length++] = Separator;
            cell.CopyTo(buffer.AsSpan(length));
            length += cell.Length;
        }

        return buffer.AsSpan(0, length);
    }

    private int Period(CsvDataReader csv, int column) => _periods.TryParse(csv.GetFieldSpan(column), out var period)
        ? period
        : throw Mistake(
            csv, $"column {_query.Date}: '{Shown(csv.GetFieldSpan(column))}' is not a date",
            "write dates like 2025-03-07, times like 2025-03-07T14:00");

    /// <summary>The number in a cell; NaN for an empty cell and the usual signs of a missing value.</summary>
    private double Value(CsvDataReader csv, int column)
    {
        var cell = csv.GetFieldSpan(column).Trim();
        if (cell.IsEmpty || cell is "NA" or "NaN" or "null" or "NULL") return double.NaN;
        if (!double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            throw Mistake(
                csv, $"column {_query.Value}: '{Shown(cell)}' is not a number",
                "write numbers like 12 or 12.5, or leave the cell empty if the value is not known");
        if (value < 0)
            throw Mistake(
                csv, $"column {_query.Value}: {Shown(cell)} is negative", "demand is 0 or more: correct the row or leave the cell empty");
        if (value > Largest) throw Mistake(csv, $"column {_query.Value}: {Shown(cell)} is too large", "values up to 1e15 can be forecast");
        return value;
    }

    private int ColumnOf(CsvDataReader csv, string name, string option)
    {
        var found = -1;
        for (var column = 0; column < csv.FieldCount; column++)
        {
            if (!string.Equals(csv.GetName(column).Trim(), name, StringComparison.Ordinal)) continue;
            if (found >= 0) throw new UserErrorException($"{_query.File}: line 1: column '{name}' occurs twice; rename one of the two.");
            found = column;
        }

        if (found >= 0) return found;
        var columns = string.Join(", ", Enumerable.Range(0, Math.Min(20, csv.FieldCount)).Select(column => Shown(csv.GetName(column))));
        throw new UserErrorException(
            $"{_query.File}: line 1: there is no column '{name}' ({option}); the file has {columns}{(csv.FieldCount > 20 ? "..." : "")}.");
    }

    private UserErrorException Mistake(CsvDataReader csv, string what, string remedy) =>
        new($"{_query.File}: line {csv.RowNumber + 1}: {what}; {remedy}.");

    private static string Shown(ReadOnlySpan<char> cell) =>
        Terminal.PrintableText.Of(cell.Length > 40 ? $"{cell[..40]}..." : cell.ToString());

    private static Stream Open(FileInfo file)
    {
        if (!file.Exists) throw new UserErrorException($"{file}: there is no such file.");
        var stream = file.OpenRead();
        var zipped = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
        stream.Position = 0;
        return zipped ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }
}
