using System.Globalization;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Backtesting;
using Spectre.Console;

namespace CommunityDemand.Local.Series;

/// <summary>Accuracy of a backtest beside that of the seasonal naive forecast, as a table for the terminal.</summary>
internal static class AccuracyTable
{
    /// <summary>A row for each level and part of the horizon.</summary>
    public static Table Of(IEnumerable<LevelAccuracy> accuracy)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumn("level").AddColumn("horizon");
        foreach (var name in (ReadOnlySpan<string>)[
            "MASE", "naive", "RMSSE", "naive", "WAPE", "naive", "CRPS", "80%", "95%", "series", "unscaled"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var row in accuracy)
        {
            table.AddRow(
            [
                Markup.Escape(PrintableText.Of(row.Level)), $"{row.FromHorizon}-{row.ToHorizon}",
                Show(row.Mase), Show(row.NaiveMase), Show(row.Rmsse), Show(row.NaiveRmsse), Show(row.Wape), Show(row.NaiveWape),
                Show(row.Crps),
                Show(row.Coverage80), Show(row.Coverage95), row.Nodes.ToString(CultureInfo.InvariantCulture),
                row.Unscaled.ToString(CultureInfo.InvariantCulture),
            ]);
        }

        return table.Caption(
            "naive: seasonal naive; CRPS divided by the mean actual value; 80%, 95%: share of actual values inside; unscaled: left out "
                + "of MASE and RMSSE");
    }

    private static string Show(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);
}
