using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>
/// Finds figures far from all others: at least 32 times the next smaller one, a tenth of the figures at most, and further from the median
/// than six standard deviations as the median absolute deviation of the logarithms estimates them (times 1.4826; Rousseeuw and Croux,
/// "Alternatives to the median absolute deviation", JASA 88, 1993). An event day of several times the usual visits is none. Where figures
/// are few or of several services, 1,024 times the next smaller one is far.
/// </summary>
internal static class FarFigures
{
    private const int Fewest = 8;
    private const int FewestOfAll = 3;
    private const int Gap = 5 * FigureScale.PerOctave;
    private const int WideGap = 10 * FigureScale.PerOctave;
    private const int MostShare = 10;
    private const double Least = 500;
    private const double LeastOfAll = 10_000;
    private const double Deviations = 6 * 1.4826;
    private const int Shown = 5;

    /// <summary>
    /// A doubt; null where no figure is far. A series of few figures is compared with its service, then with the whole file.
    /// </summary>
    public static Message? Find(IReadOnlyList<FigureSeries> all)
    {
        var services = all.GroupBy(series => (series.Service, series.Period)).ToDictionary(group => group.Key, Sum);
        var periods = all.GroupBy(series => series.Period ?? "").ToDictionary(group => group.Key, Sum);
        var found = new List<(PlacedFigure At, Message Told)>();
        var count = 0;
        foreach (var series in all)
        {
            var peers = series.Scale.Count >= Fewest ? series.Scale : services[(series.Service, series.Period)];
            var isWide = peers.Count < Fewest;
            if (isWide) peers = periods[series.Period ?? ""];
            if (FirstFar(peers, isWide) is not (>= 0 and var first)) continue;
            count += series.Scale.CountFrom(first);
            foreach (var at in series.Largest.All)
            {
                if (FigureScale.BinOf(at.Figure) >= first) found.Add((at, Told(series, at, FigureScale.FigureOf(peers.Median))));
            }
        }

        if (count == 0) return null;
        var largest = found.OrderByDescending(one => one.At.Figure).ThenBy(one => one.At.Line).Take(Shown);
        return FigureMessages.FarFigures(count, [.. largest.Select(one => one.Told)]);
    }

    private static Message Told(FigureSeries series, PlacedFigure at, double usual)
    {
        var figure = FigureWatch.Shown(at.Figure);
        return at.Sheet is null
            ? FigureMessages.FarFigure(at.Line, series.Community, series.Service, figure, usual)
            : FigureMessages.FarFigureInSheet(at.Sheet, at.Line, series.Community, series.Service, figure, usual);
    }

    private static int FirstFar(FigureScale scale, bool isWide)
    {
        if (scale.Count < FewestOfAll) return -1;
        var first = scale.FirstBeyond(isWide ? WideGap : Gap, Math.Max(1, scale.Count / MostShare));
        if (first < 0 || first < FigureScale.BinOf(isWide ? LeastOfAll : Least)) return -1;
        return first - scale.Median > Deviations * scale.Deviation ? first : -1;
    }

    private static FigureScale Sum(IEnumerable<FigureSeries> all)
    {
        var sum = new FigureScale();
        foreach (var series in all) sum.Add(series.Scale);
        return sum;
    }
}
