using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Pipeline.Ingest.Inspection;

/// <summary>The rows of a <see cref="ColumnTable"/>, one at a time. Spans are valid until the next row.</summary>
public sealed class ColumnReader : IAsyncDisposable
{
    private readonly RowSource? _rows;
    private readonly IReadOnlyCollection<int> _columns;
    private readonly NumberStyle _numbers;
    private readonly IReadOnlyDictionary<int, DayOrder> _orders;

    internal ColumnReader(
        RowSource? rows, IReadOnlyCollection<int> columns, NumberStyle numbers, IReadOnlyDictionary<int, DayOrder> orders) =>
        (_rows, _columns, _numbers, _orders) = (rows, columns, numbers, orders);

    /// <summary>Physical line, sheet row or row number of the current row, from 1.</summary>
    public long Line => _rows?.Line ?? 0;

    internal NumberStyle TypicalNumbers => _rows?.TypicalNumbers ?? NumberStyle.Point;

    internal bool HasTypedNumbers => _rows?.HasTypedNumbers ?? false;

    /// <summary>The value of a column, untrimmed; empty where the row has none.</summary>
    public ReadOnlySpan<char> this[int column] => _rows![column];

    /// <summary>Moves to the next row that is not blank.</summary>
    /// <exception cref="TableFaultException">The row, or a value of it, can't be read; the message names the line.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (_rows is null) return false;
        try
        {
            if (!await _rows.ReadAsync(cancellationToken)) return false;
        }
        catch (UnreadableUploadException unreadable)
        {
            throw new TableFaultException(unreadable.Message, unreadable);
        }

        if (_rows.Fault is { } fault) throw Broken(fault);
        foreach (var column in _columns)
        {
            if (column >= _rows.ValueCount) throw Broken(RowMessages.EndsEarly(_rows.ValueCount, _rows.Header[column]));
            if (_rows.FaultOf(column) is { } why) throw Broken(why);
        }

        return true;
    }

    private TableFaultException Broken(Message why) => new($"line {Line}: {MessageTexts.English.Render(why)}");

    /// <summary>Reads a number in the style of the file.</summary>
    public CellOutcome ReadNumber(int column, out double number)
    {
        number = double.NaN;
        var text = _rows![column].Trim();
        if (NullWords.Contains(text)) return CellOutcome.Empty;
        return NumberParser.Read(text, _numbers, out number) switch
        {
            NumberReading.Number => CellOutcome.Value,
            NumberReading.Doubtful => CellOutcome.Doubtful,
            _ => CellOutcome.None,
        };
    }

    /// <summary>Reads a date, with its time of day, or the start of a week, a month, a quarter or a year.</summary>
    /// <param name="frequency">Periods of the series; a date may name no longer period.</param>
    public CellOutcome ReadMoment(int column, Frequency frequency, out DateTime moment) =>
        MomentText.Read(_rows![column].Trim(), _orders.GetValueOrDefault(column), frequency, out moment);

    public ValueTask DisposeAsync() => _rows?.DisposeAsync() ?? ValueTask.CompletedTask;
}
