using ScottPlot;
using ScottPlot.TickGenerators;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>Coverage and error against the periods ahead, a panel a set.</summary>
internal static class HorizonPictures
{
    private const int Width = 1200;
    private const int Height = 400;

    public static void SaveCoverage(string path, IReadOnlyList<HorizonStudy> studies) =>
        Panels.Save(path, studies.Count, Width, Height, [.. studies.Select((study, i) =>
        {
            var plot = Panels.New(study.Title, "actuals inside the interval", study.Unit);
            AddNominal(plot, 0.95);
            AddNominal(plot, 0.80);
            AddLine(plot, study.Covered95, Palette.Other, MarkerShape.FilledSquare, "95% interval");
            AddLine(plot, study.Covered80, Palette.Forecast, MarkerShape.FilledCircle, "80% interval");
            plot.Axes.SetLimitsY(0.6, 1);
            plot.Axes.Left.TickGenerator = new NumericAutomatic { LabelFormatter = value => $"{100 * value:0}%" };
            if (i == 0) plot.AddLegend(Alignment.LowerLeft);
            return plot;
        })]);

    public static void SaveErrors(string path, IReadOnlyList<HorizonStudy> studies) =>
        Panels.Save(path, studies.Count, Width, Height, [.. studies.Select((study, i) =>
        {
            var plot = Panels.New(study.Title, "RMSSE (lower is better)", study.Unit);
            AddLine(plot, study.NaiveError, Palette.Other, MarkerShape.FilledSquare, "seasonal naive");
            AddLine(plot, study.Error, Palette.Forecast, MarkerShape.FilledCircle, "ours");
            plot.Axes.SetLimitsY(0, 1.15 * study.NaiveError.Max());
            if (i == 0) plot.AddLegend(Alignment.LowerLeft);
            return plot;
        })]);

    private static void AddLine(Plot plot, double[] values, Color colour, MarkerShape shape, string name)
    {
        var line = plot.Add.Scatter([.. Enumerable.Range(1, values.Length).Select(h => (double)h)], values, colour);
        (line.LineWidth, line.MarkerSize, line.MarkerShape, line.LegendText) = (2, 6, shape, name);
        plot.Axes.SetLimitsX(0.5, values.Length + 0.5);
        plot.Axes.Bottom.TickGenerator = new NumericFixedInterval(values.Length % 7 == 0 ? 7 : 6);
    }

    private static void AddNominal(Plot plot, double share)
    {
        var line = plot.Add.HorizontalLine(share, 1.5f, Palette.Rule, LinePattern.Dashed);
        line.EnableAutoscale = false;
        if (share > 0.9) line.LegendText = "nominal";
    }
}
