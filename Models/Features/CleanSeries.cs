using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Features;

/// <summary>
/// The history of a node as the members use it: outages are unknown, and values before a level shift are scaled to the new level.
/// </summary>
internal sealed class CleanSeries
{
    private (double Level, double Alpha)? _smoothing;

    private CleanSeries(int first, double[] values, double[] index, double[] calendar, int season) =>
        (First, Values, Index, Calendar, Season) = (first, values, index, calendar, season);

    /// <summary>First known period.</summary>
    public int First { get; }

    /// <summary>Values, one for each period before the origin; NaN where unknown.</summary>
    public double[] Values { get; }

    /// <summary>Seasonal index of each period, to the end of the horizon.</summary>
    public double[] Index { get; }

    /// <summary>Part of the index that comes from the calendar; empty where the calendar has no effect.</summary>
    public double[] Calendar { get; }

    public int Season { get; }

    /// <summary>
    /// Smoothed level at the origin and its factor, see <see cref="PooledSmoothing.Fit"/>; fitted once for all that use it.
    /// </summary>
    public (double Level, double Alpha) Smoothing => _smoothing ??= PooledSmoothing.Fit(Window());

    /// <summary>The level shift that was removed, with its position on the axis.</summary>
    public LevelShift? Shift { get; private set; }

    public static CleanSeries Of(MemberRun run, int node, SeasonalIndex seasonal)
    {
        var (nodes, origin, length) = (run.Nodes, run.Origin, run.Origin + run.History.Horizon);
        var first = Math.Min(origin, nodes.First[node]);
        var values = run.History.Known(node, origin);
        var (index, calendar) = (new double[length], seasonal.Calendar is null ? [] : new double[length]);
        for (var t = first; t < length; t++)
        {
            index[t] = seasonal.At(nodes, t);
            if (calendar.Length > 0) calendar[t] = index[t] / seasonal.Shrunk[nodes.PhaseAt(t)];
        }

        var clean = new CleanSeries(first, values, index, calendar, nodes.Season);
        clean.TakeOutShift(run.History.Windows);
        return clean;
    }

    /// <summary>The recent history that a forecaster uses, at most <see cref="SeriesWindow.MostPeriods"/> periods.</summary>
    public SeriesWindow Window()
    {
        var from = Math.Max(First, Values.Length - SeriesWindow.MostPeriods(Season));
        while (from < Values.Length && double.IsNaN(Values[from])) from++;
        return new SeriesWindow(Values.AsSpan(from), Index.AsSpan(from), Season, Calendar.Length == 0 ? [] : Calendar.AsSpan(from));
    }

    private void TakeOutShift(FeatureWindows windows)
    {
        var window = Window();
        if (LevelShift.Find(window, windows.ShiftWithin, windows.ShiftSide) is not { } shift) return;
        var at = Values.Length - window.Length + shift.At;
        for (var t = First; t < at; t++) Values[t] *= shift.Factor;
        Shift = new LevelShift(at, shift.Factor);
    }
}
