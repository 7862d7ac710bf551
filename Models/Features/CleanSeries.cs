using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Features;

/// <summary>
/// A node's past as the members should see it: outages are unknown, and what came before a shift of the level is brought to the new one.
/// </summary>
internal sealed class CleanSeries
{
    private CleanSeries(int first, double[] values, double[] index, double[] calendar, int season) =>
        (First, Values, Index, Calendar, Season) = (first, values, index, calendar, season);

    /// <summary>First known period.</summary>
    public int First { get; }

    /// <summary>A value a period of the axis before the origin; NaN where not known.</summary>
    public double[] Values { get; }

    /// <summary>The seasonal index of each period, to the end of the horizon.</summary>
    public double[] Index { get; }

    /// <summary>What of the index is the calendar's; empty where it has no say.</summary>
    public double[] Calendar { get; }

    public int Season { get; }

    /// <summary>The shift that was taken out, its place counted on the axis.</summary>
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

    /// <summary>The recent past that a forecaster looks back over, at most <see cref="SeriesWindow.MostPeriods"/>.</summary>
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
