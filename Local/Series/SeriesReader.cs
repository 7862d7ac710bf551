using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Ingest.Inspection;

namespace CommunityDemand.Local.Series;

/// <summary>
/// Reads a long table (one row for each event, or for each key and period) into series. Rows of the same key and period are summed. The
/// file is read as <c>ingest</c> reads files.
/// </summary>
internal sealed class SeriesReader
{
    private const double Largest = 1e15;
    private const int RowsBetweenChecks = 0xffff;

    private readonly SeriesQuery _query;
    private readonly ColumnTable _table;
    private readonly int _date;
    private readonly int _value;
    private readonly int[] _with;
    private readonly PeriodParser _periods;
    private readonly KeyReader<SeriesSums> _series;

    private SeriesReader(SeriesQuery query, ColumnTable table)
    {
        (_query, _table, _periods) = (query, table, new PeriodParser(query.Frequency));
        var columns = new SeriesColumns(query.File, table.Header);
        _date = columns.Find(query.Date, "--date");
        _value = query.Value is { } name ? columns.Find(name, "--value") : -1;
        _with = [.. query.With.Select(name => columns.Find(name, "--with"))];
        _series = new KeyReader<SeriesSums>([.. query.Keys.Select(key => columns.Find(key, "--keys"))]);
    }

    /// <param name="note">Receives what the reading of the file rests on.</param>
    /// <exception cref="UserErrorException">The file cannot be opened or read, or a cell is invalid.</exception>
    public static async Task<Panel> ReadAsync(SeriesQuery query, Action<string> note, CancellationToken cancellationToken)
    {
        if (!query.File.Exists) throw new UserErrorException($"{query.File}: there is no such file.");
        try
        {
            var table = await ColumnTable.OpenAsync(query.File.FullName, cancellationToken);
            if (table.Header.Count == 0) throw new UserErrorException($"{query.File}: the file is empty; it needs a header and rows.");
            var reader = new SeriesReader(query, table);
            if (!await reader.TryReadRowsAsync(cancellationToken))
            {
                // A value has two meanings: all values together tell which one holds.
                foreach (var told in await reader.SurveyAsync(cancellationToken)) note($"{query.File.Name}: {told}");
                reader = new SeriesReader(query, table);
                await reader.TryReadRowsAsync(cancellationToken);
            }

            foreach (var assumption in table.Assumptions) note($"{query.File.Name}: {assumption}");
            return SeriesPanel.Of(query, reader._periods, [.. reader._series.All()]);
        }
        catch (TableFaultException fault)
        {
            throw new UserErrorException($"{query.File}: {fault.Message}", fault);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new UserErrorException($"{query.File}: can't be read: {FileFaultMessages.Tell(failure)}.", failure);
        }
    }

    private Task<IReadOnlyList<string>> SurveyAsync(CancellationToken cancellationToken) =>
        _table.SurveyAsync([_date], Numbers, cancellationToken);

    private int[] Numbers => _value < 0 ? [] : [_value, .. _with];

    /// <returns>False where a value has two meanings and the file was not surveyed yet.</returns>
    private async Task<bool> TryReadRowsAsync(CancellationToken cancellationToken)
    {
        int[] used = [_date, .. Numbers, .. _series.Columns];
        await using var rows = await _table.ReadAsync(used, cancellationToken);
        for (var read = 1; await rows.ReadAsync(cancellationToken); read++)
        {
            if ((read & RowsBetweenChecks) == 0) cancellationToken.ThrowIfCancellationRequested();
            if (!TryAdd(rows)) return false;
        }

        return true;
    }

    private bool TryAdd(ColumnReader rows)
    {
        var series = _series.Of(rows);
        if (!TryPeriod(rows, out var period)) return false;
        var value = 1.0;
        if (_value >= 0 && !TryValue(rows, out value)) return false;
        series.Add(period, value);
        for (var i = 0; i < _with.Length; i++)
        {
            if (!TryNumber(rows, _query.With[i], _with[i], out var ahead)) return false;
            if (double.IsNaN(ahead)) continue;
            if (!series.Ahead.TryGetValue(i, out var means)) series.Ahead[i] = means = new PeriodMeans();
            means.Add(period, ahead);
        }

        return true;
    }

    private bool TryPeriod(ColumnReader rows, out int period)
    {
        const string Remedy = "write dates like 2025-03-07, times like 2025-03-07T14:00";
        return _periods.Read(rows, _date, out period) switch
        {
            CellOutcome.Value => true,
            CellOutcome.Doubtful when !_table.IsSurveyed => false,
            CellOutcome.Doubtful => throw Mistake(
                rows, _query.Date, _date, "has day and month in an order that no other date of the column tells", Remedy),
            CellOutcome.TooCoarse => throw Mistake(
                rows, _query.Date, _date, $"names a period that does not fit --frequency {_query.Frequency.ToString().ToLowerInvariant()}",
                "choose a longer --frequency, or write the first day of each period"),
            _ => throw Mistake(rows, _query.Date, _date, "is not a date", Remedy),
        };
    }

    private bool TryValue(ColumnReader rows, out double value)
    {
        if (!TryNumber(rows, _query.Value!, _value, out value)) return false;
        if (value < 0)
            throw Mistake(
                rows, _query.Value!, _value, "is negative", "demand is 0 or more: correct the row or leave the cell empty");
        if (value > Largest) throw Mistake(rows, _query.Value!, _value, "is too large", "values up to 1e15 can be forecast");
        return true;
    }

    /// <summary>The number in a cell; NaN for an empty cell and the usual signs of a missing value.</summary>
    private bool TryNumber(ColumnReader rows, string name, int column, out double number)
    {
        switch (rows.ReadNumber(column, out number))
        {
            case CellOutcome.Empty:
                number = double.NaN;
                return true;
            case CellOutcome.Doubtful when !_table.IsSurveyed:
                return false;
            case CellOutcome.Doubtful:
                throw Mistake(
                    rows, name, column, "has a separator that parts thousands or decimals; the file has both styles",
                    "write numbers in one style, like 1234.5");
            case CellOutcome.None:
                throw Mistake(
                    rows, name, column, "is not a number",
                    "write numbers like 12 or 12.5, or leave the cell empty if the value is not known");
            default:
                return true;
        }
    }

    private UserErrorException Mistake(ColumnReader rows, string name, int column, string what, string remedy)
    {
        var cell = rows[column].Trim();
        var shown = PrintableText.Of(cell.Length > 40 ? $"{cell[..40]}..." : cell.ToString());
        return new($"{_query.File}: line {rows.Line}: column {name}: '{shown}' {what}; {remedy}.");
    }
}
