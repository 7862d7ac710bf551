using System.Globalization;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>One node's forecast as a fan: what was known, what was said, what came.</summary>
internal static class FanPanel
{
    /// <param name="seen">Periods of the past to show.</param>
    /// <param name="headroom">Where the vertical axis ends, over the largest value: more than 1.</param>
    public static Plot Of(Trial trial, Node node, Prediction forecast, int seen, string title, string unit, double headroom)
    {
        var plot = Panels.New(title, unit);
        var origin = trial.Known.Axis.Count;
        double[] Dates(int from, int count) => [.. Enumerable.Range(from, count).Select(t => trial.Known.Axis[t].ToOADate())];
        var past = trial.Past[node][^seen..];
        var ahead = Dates(origin, trial.Horizon);
        AddBand(plot, ahead, forecast.Lower95, forecast.Upper95, 0.18, "95% interval");
        AddBand(plot, ahead, forecast.Lower80, forecast.Upper80, 0.32, "80% interval");
        var known = plot.Add.ScatterLine(Dates(origin - seen, seen), past, Palette.Past);
        known.LegendText = "known at the origin";
        var mean = plot.Add.ScatterLine(ahead, forecast.Mean, Palette.Forecast);
        (mean.LineWidth, mean.LegendText) = (2.5f, "forecast (mean)");
        var came = plot.Add.Scatter(ahead, trial.Outcomes[node].Actual, Palette.Actual);
        (came.LineWidth, came.MarkerSize, came.LegendText) = (1, 4, "what came");
        var rule = plot.Add.VerticalLine(Dates(origin, 1)[0] - ((ahead[1] - ahead[0]) / 2), 1, Palette.Rule, LinePattern.Dashed);
        rule.EnableAutoscale = false;
        var days = trial.Known.Axis.Frequency == Frequency.Daily;
        plot.Axes.DateTimeTicksBottom().TickGenerator = new DateTimeAutomatic
        {
            LabelFormatter = date => date.ToString(days ? "d MMM yyyy" : "MMM yyyy", CultureInfo.InvariantCulture),
        };
        var most = past.Concat(forecast.Upper95).Concat(trial.Outcomes[node].Actual).Where(value => !double.IsNaN(value)).Max();
        plot.Axes.SetLimitsY(0, most * headroom);
        return plot;
    }

    private static void AddBand(Plot plot, double[] dates, double[] lower, double[] upper, double opacity, string name)
    {
        var band = plot.Add.FillY(dates, lower, upper);
        (band.FillColor, band.LineWidth, band.LegendText) = (Palette.Forecast.WithAlpha(opacity), 0, name);
    }
}
