using System.Globalization;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using ScottPlot;
using ScottPlot.MultiplotLayouts;
using ScottPlot.TickGenerators;
using SkiaSharp;

namespace CommunityDemand.Local.Series;

/// <summary>Draws forecasts with their history, a panel a series.</summary>
internal static class ForecastPlot
{
    private const int PanelWidth = 560;
    private const int PanelHeight = 340;
    private const int MostColumns = 2;

    /// <summary>Periods of history for each period of the horizon, and the least of them.</summary>
    private const int HistoryShare = 4;
    private const int LeastHistory = 24;

    private const int LongestTitle = 60;

    // Colours that colour-blind readers tell apart (Okabe and Ito 2008, "Color universal design").
    private static readonly Color Blue = Color.FromHex("#0072B2");
    private static readonly Color Grey = Color.FromHex("#6B6B6B");
    private static readonly Color Light = Color.FromHex("#E6E6E6");

    // Left, right, bottom, top: the last date stands half beyond the axis.
    private static readonly PixelPadding Margins = new(64, 32, 36, 36);

    // The first that the machine has; keys may be Chinese.
    private static readonly string[] Families =
        ["Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", "WenQuanYi Micro Hei", "Liberation Sans", "Arial", "DejaVu Sans"];

    /// <summary>Writes the picture in one step, as PNG.</summary>
    /// <param name="panel">What was known at the origin.</param>
    /// <param name="forecasts">The forecasts to show, at least one.</param>
    /// <exception cref="UserErrorException">The file can't be written.</exception>
    public static async Task WriteAsync(FileInfo file, Panel panel, TimeAxis periods, IReadOnlyList<NodeForecast> forecasts)
    {
        var sheet = new Multiplot();
        var plots = forecasts.Select((forecast, place) => Draw(panel, periods, forecast, hasLegend: place == 0)).ToArray();
        // A sheet begins with an empty plot of its own, in whose place the first goes.
        sheet.Reset(plots[0]);
        foreach (var plot in plots.Skip(1)) sheet.AddPlot(plot);
        var columns = Math.Min(MostColumns, plots.Length);
        var rows = (plots.Length + columns - 1) / columns;
        sheet.Layout = new Grid(rows, columns);
        using var png = Render(sheet, columns * PanelWidth, rows * PanelHeight);
        await ResultFile.WriteAsync(file, stream =>
        {
            png.SaveTo(stream);
            return Task.FromResult(1L);
        });
    }

    private static SKData Render(Multiplot sheet, int width, int height)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        sheet.Render(surface.Canvas, new PixelRect(left: 0, right: width, bottom: height, top: 0));
        using var image = surface.Snapshot();
        return image.Encode(SKEncodedImageFormat.Png, quality: 100);
    }

    private static Plot Draw(Panel panel, TimeAxis periods, NodeForecast forecast, bool hasLegend)
    {
        var plot = Empty(Title(forecast.Node));
        var dates = Enumerable.Range(0, periods.Count).Select(h => periods[h].ToOADate()).ToArray();
        AddBand(plot, dates, forecast.Lower95, forecast.Upper95, 0.18, "95% interval");
        AddBand(plot, dates, forecast.Lower80, forecast.Upper80, 0.32, "80% interval");
        var first = Math.Max(0, panel.Axis.Count - Math.Max(LeastHistory, HistoryShare * periods.Count));
        var past = NodeHistory.Of(panel, forecast.Node)[first..];
        var history = plot.Add.ScatterLine([.. Enumerable.Range(first, past.Length).Select(t => panel.Axis[t].ToOADate())], past, Grey);
        history.LegendText = "history";
        var mean = plot.Add.ScatterLine(dates, forecast.Mean, Blue);
        (mean.LineWidth, mean.LegendText) = (2.5f, "forecast (mean)");
        if (periods.Count == 1) mean.MarkerSize = 6;
        plot.Axes.DateTimeTicksBottom().TickGenerator = new DateTimeAutomatic
        {
            LabelFormatter = date => date.ToString(Format(periods.Frequency), CultureInfo.InvariantCulture),
        };
        var most = past.Concat(forecast.Upper95).Where(double.IsFinite).DefaultIfEmpty(0).Max();
        plot.Axes.SetLimitsY(0, most > 0 ? most * (hasLegend ? 1.4 : 1.1) : 1);
        if (hasLegend) AddLegend(plot);
        return plot;
    }

    private static void AddBand(Plot plot, double[] dates, double[] lower, double[] upper, double opacity, string name)
    {
        var band = plot.Add.FillY(dates, lower, upper);
        (band.FillColor, band.LineWidth, band.LegendText) = (Blue.WithAlpha(opacity), 0, name);
    }

    private static string Title(Node node)
    {
        var title = node.Key == node.Level ? node.Key : $"{node.Level}: {node.Key}";
        return PrintableText.Of(title.Length <= LongestTitle ? title : $"{title[..LongestTitle]}...");
    }

    private static string Format(Frequency frequency) => frequency switch
    {
        Frequency.Hourly => "d MMM HH:mm",
        Frequency.Daily or Frequency.Weekly => "d MMM yyyy",
        Frequency.Yearly => "yyyy",
        _ => "MMM yyyy",
    };

    private static Plot Empty(string title)
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Light;
        plot.Axes.Title.Label.Text = title;
        plot.Axes.Title.Label.FontSize = 14;
        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        plot.Layout.Fixed(Margins);
        plot.HideLegend();
        if (Array.Find(Families, SKFontManager.Default.FontFamilies.Contains) is { } font) plot.Font.Set(font);
        return plot;
    }

    private static void AddLegend(Plot plot)
    {
        plot.ShowLegend(Alignment.UpperLeft, Orientation.Horizontal);
        plot.Legend.OutlineColor = Light;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontSize = 11;
    }
}
