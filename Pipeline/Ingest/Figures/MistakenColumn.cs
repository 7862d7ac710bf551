using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>
/// Finds figures that belong to another column: ids that rise by one from row to row, and dates as a spreadsheet numbers them.
/// </summary>
internal sealed class MistakenColumn
{
    private const int FewestIds = 8;
    private const int FewestDates = 3;
    private const double LeastId = 1000;

    // Days of a spreadsheet are counted from the last day but one of 1899.
    private static readonly int DayZero = new DateOnly(1899, 12, 30).DayNumber;

    private int _count;
    private int _ids;
    private int _dates;
    private double _before = double.NaN;
    private (double Figure, long Line) _first;

    /// <param name="day">Number of the row's day.</param>
    public void Add(double figure, int day, long line)
    {
        if (_count++ == 0) _first = (figure, line);
        if (figure >= LeastId && figure == _before + 1) _ids++;
        if (figure == day - DayZero) _dates++;
        _before = figure;
    }

    /// <summary>What the figures are instead of visits; null where they are none of these.</summary>
    public Message? Told()
    {
        var shown = FigureWatch.Shown(_first.Figure);
        if (_dates >= FewestDates && 2 * _dates >= _count) return FigureMessages.AreDates(_dates, _first.Line, shown);
        return _ids >= FewestIds && 5 * _ids >= 4 * (_count - 1) ? FigureMessages.AreIds(_ids + 1, _first.Line, shown) : null;
    }
}
