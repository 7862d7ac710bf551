using System.Globalization;
using CommunityDemand.Benchmarks.Reports;

namespace CommunityDemand.Benchmarks.Scale.Rows;

/// <summary>Accuracy and time by the bound on training rows.</summary>
internal static class RowsReport
{
    public static string Of(IReadOnlyList<RowsResult> results, string command)
    {
        var table = new MarkdownTable(
            "set", "rows at most", "MASE", "WAPE", "RMSSE", "RMSSE, mean of levels", "80%", "95%", "CPU time", "time");
        foreach (var result in results)
        {
            table.Add(
                result.Set,
                Figures.Count(result.Rows),
                Figures.Show(result.Bottom.Mase),
                Figures.Show(result.Bottom.Wape),
                Figures.Show(result.Bottom.Rmsse),
                Figures.Show(result.RmsseOfLevels),
                Figures.Show(result.Bottom.Coverage[0].Share80.Value),
                Figures.Show(result.Bottom.Coverage[0].Share95.Value),
                Seconds(result.Cpu), Seconds(result.Wall));
        }

        return $"""
            ## What bounding the training rows costs

            ```
            {command}
            ```

            `EngineOptions.TrainingRows` bounds the rows that one boosted model learns from, whatever the size of the
            panel. Bottom series, MASE and WAPE of the median, means over three origins a horizon apart; time is
            that of one forecast of all levels.

            {table}
            """;
    }

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} s");
}
