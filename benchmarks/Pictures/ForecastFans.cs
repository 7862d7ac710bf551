using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using ScottPlot;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>Four forecasts of very different series, chosen by size alone: never by how well the forecast fared.</summary>
internal static class ForecastFans
{
    private const int Days = 28;
    private const int Months = 12;
    private const int TourismMonths = 24;

    /// <summary>The first panel leaves room for the legend above its series.</summary>
    private const double LegendRoom = 1.75;

    public static async Task SaveAsync(string path, Workbench bench, CancellationToken cancellationToken)
    {
        var areas = Last("pictures-areas", bench.Chicago.Areas(Frequency.Daily), Days);
        var months = Last("pictures-months", bench.Chicago.Cells(Frequency.Monthly), Months);
        var cells = Last("pictures-cells", bench.Chicago.Cells(Frequency.Daily), Days);
        var tourism = Last("pictures-tourism", TourismLarge.Read(Checkout.DataFolder(bench.Data, TourismLarge.Folder)), TourismMonths);
        async Task<Plot> Fan(Trial trial, Node node, int seen, string title, string unit, double headroom = 1.05) =>
            FanPanel.Of(trial, node, (await bench.Ours.OfAsync(trial, cancellationToken))[node], seen, title, unit, headroom);
        var (cell, sparse) = (BySize(months, 0.1), BySize(cells, 0.5));
        var plots = new[]
        {
            await Fan(areas, Total(areas), 84, "Chicago, daily: the whole city", "requests a day", LegendRoom),
            await Fan(months, cell, 36, $"Chicago, monthly: {Name(cell)}", "requests a month"),
            await Fan(tourism, Total(tourism), 72, "Australia, monthly: all visitors", "visitor nights, thousands"),
            await Fan(cells, sparse, 84, $"Chicago, daily and sparse: {Name(sparse)}", "requests a day"),
        };
        plots[0].AddLegend(Alignment.UpperLeft);
        Panels.Save(path, columns: 2, width: 1100, height: 680, plots);
    }

    private static Trial Last(string name, Models.Panels.Panel panel, int horizon) =>
        Trial.At(name, Trial.NodesOf(panel), panel.Axis.Count - horizon, horizon);

    private static Node Total(Trial trial) => trial.Outcomes.Keys.Single(node => node.Level == Level.Total);

    /// <summary>The bottom series at a share of all from the largest down.</summary>
    private static Node BySize(Trial trial, double share)
    {
        var nodes = trial.Outcomes.Keys.Where(node => node.IsBottom)
            .OrderByDescending(node => trial.Past[node].Where(value => !double.IsNaN(value)).Sum())
            .ThenBy(node => node.Key, StringComparer.Ordinal)
            .ToArray();
        return nodes[(int)(share * nodes.Length)];
    }

    private static string Name(Node node) => $"area {node.Values[1]}, {node.Values[2].ToLowerInvariant()}";
}
