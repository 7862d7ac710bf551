using ScottPlot;
using ScottPlot.MultiplotLayouts;
using SkiaSharp;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>The look that all pictures share, and several plots on one sheet.</summary>
internal static class Panels
{
    private static readonly PixelPadding Margins = new(78, 24, 48, 40);
    private static readonly string[] Families = ["Liberation Sans", "Arial", "Helvetica", "DejaVu Sans"];

    /// <summary>An empty plot: white, a light grid, its title to the left.</summary>
    public static Plot New(string title, string vertical, string horizontal = "")
    {
        var plot = new Plot();
        plot.FigureBackground.Color = Colors.White;
        plot.DataBackground.Color = Colors.White;
        plot.Grid.MajorLineColor = Palette.Grid;
        plot.Axes.Title.Label.Text = title;
        plot.Axes.Title.Label.FontSize = 14;
        plot.Axes.Title.Label.Bold = true;
        plot.Axes.Left.Label.Text = vertical;
        plot.Axes.Bottom.Label.Text = horizontal;
        foreach (var label in (ReadOnlySpan<LabelStyle>)[plot.Axes.Left.Label, plot.Axes.Bottom.Label])
        {
            label.Bold = false;
            label.FontSize = 13;
        }

        plot.Axes.Right.IsVisible = false;
        plot.Axes.Top.IsVisible = false;
        // The same margins everywhere, so that the panels of a sheet stand in line.
        plot.Layout.Fixed(Margins);
        plot.HideLegend();
        if (Array.Find(Families, SKFontManager.Default.FontFamilies.Contains) is { } font) plot.Font.Set(font);
        return plot;
    }

    public static void AddLegend(this Plot plot, Alignment alignment)
    {
        plot.ShowLegend(alignment, Orientation.Vertical);
        plot.Legend.OutlineColor = Palette.Grid;
        plot.Legend.ShadowColor = Colors.Transparent;
        plot.Legend.FontSize = 12;
    }

    /// <summary>Writes plots side by side, row by row, as one PNG.</summary>
    public static void Save(string path, int columns, int width, int height, params IReadOnlyList<Plot> plots)
    {
        var sheet = new Multiplot();
        // It begins with an empty plot of its own, in whose place the first goes.
        sheet.Reset(plots[0]);
        foreach (var plot in plots.Skip(1)) sheet.AddPlot(plot);
        sheet.Layout = new Grid((plots.Count + columns - 1) / columns, columns);
        sheet.SavePng(path, width, height);
    }
}
