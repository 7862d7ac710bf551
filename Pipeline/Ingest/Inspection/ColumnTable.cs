using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>
/// A table of any format that ingest reads, for readers of a few columns: encoding, delimiter, title rows, packing, sheets, number styles
/// and orders of day and month are found as ingest finds them.
/// </summary>
public sealed class ColumnTable
{
    private readonly TableReading _reading;
    private readonly Dictionary<int, DayOrder> _orders = [];
    private NumberStyle _numbers = NumberStyle.Unknown;

    private ColumnTable(TableReading reading) => _reading = reading;

    /// <summary>Names of the columns, as the file has them.</summary>
    public IReadOnlyList<string> Header => _reading.Header;

    /// <summary>Whether the file names its columns; otherwise the names are made up.</summary>
    public bool HasHeader => _reading.HasHeader;

    /// <summary>Whether the file's styles of numbers and dates have been looked for.</summary>
    public bool IsSurveyed { get; private set; }

    /// <summary>What had to be assumed to read the file, in English.</summary>
    public IReadOnlyList<string> Assumptions => [.. _reading.Assumptions.Select(MessageTexts.English.Render)];

    /// <summary>Finds out how to read a file.</summary>
    /// <exception cref="TableFaultException">The file can't be read; the message says why and what to do.</exception>
    public static async Task<ColumnTable> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var reading = new TableReading(path, ReadingHints.None);
        try
        {
            await reading.OpenAsync(cancellationToken);
        }
        catch (UnreadableUploadException unreadable)
        {
            throw new TableFaultException(unreadable.Message, unreadable);
        }

        return new ColumnTable(reading);
    }

    /// <summary>
    /// Finds the style of numbers and the order of day and month from all values: needed where a value has two meanings. What the file
    /// does not tell stays doubtful.
    /// </summary>
    /// <param name="dates">Columns of dates.</param>
    /// <param name="numbers">Columns of numbers; all have one style.</param>
    /// <returns>What the styles rest on, in English.</returns>
    /// <exception cref="TableFaultException">The file can't be read to its end.</exception>
    public async Task<IReadOnlyList<string>> SurveyAsync(
        IReadOnlyList<int> dates, IReadOnlyList<int> numbers, CancellationToken cancellationToken)
    {
        var (evidence, days) = (new NumberEvidence(), dates.Distinct().ToDictionary(column => column, _ => new DayEvidence()));
        var (typical, typed) = (NumberStyle.Point, false);
        await using (var reader = await ReadAsync([.. dates, .. numbers], cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                foreach (var column in numbers) evidence.Add(reader[column].Trim());
                foreach (var (column, day) in days) day.Add(reader[column].Trim());
            }

            (typical, typed) = (reader.TypicalNumbers, reader.HasTypedNumbers);
        }

        IsSurveyed = true;
        _numbers = typed ? NumberStyle.Point : evidence.Decide(typical);
        foreach (var (column, day) in days) _orders[column] = day.Order == DayOrder.Unknown ? DayOrder.Mixed : day.Order;
        return [.. Notes(evidence, typed, days)];
    }

    /// <summary>Opens the rows from the first.</summary>
    /// <param name="columns">Columns that will be asked for.</param>
    /// <exception cref="TableFaultException">The file can't be read.</exception>
    public async Task<ColumnReader> ReadAsync(IReadOnlyCollection<int> columns, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await _reading.OpenRowsAsync(cancellationToken);
            rows?.Select(columns.ToHashSet());
            var style = _numbers == NumberStyle.Unknown && rows is { HasTypedNumbers: true } ? NumberStyle.Point : _numbers;
            return new ColumnReader(rows, columns, style, new Dictionary<int, DayOrder>(_orders));
        }
        catch (UnreadableUploadException unreadable)
        {
            throw new TableFaultException(unreadable.Message, unreadable);
        }
    }

    private IEnumerable<string> Notes(NumberEvidence evidence, bool typed, Dictionary<int, DayEvidence> days)
    {
        if (!typed && _numbers is NumberStyle.Point or NumberStyle.Comma && evidence.Doubtful is { } example)
        {
            yield return MessageTexts.English.Render(evidence.IsTold
                ? Rows.ReadingMessages.Numbers(_numbers, example, evidence.EvidenceOf(_numbers))
                : Rows.ReadingMessages.GuessedNumbers(_numbers, example));
        }

        foreach (var (column, day) in days)
        {
            if (day.Order is DayOrder.DayFirst or DayOrder.MonthFirst)
                yield return MessageTexts.English.Render(
                    Rows.ReadingMessages.DayOrder(Header[column], day.Order, (day.DayFirst ?? day.MonthFirst)!));
        }
    }
}
