using System.Globalization;
using System.Text.Json;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>Summary of a published run for planners: its accuracy, and where capacity is short.</summary>
internal sealed class RunReport(TableRows tables, IAnsiConsole console)
{
    private const int ShortagesShown = 10;
    private const int FindingsShown = 10;

    public async Task WriteAsync(RunStatus run, CancellationToken cancellationToken)
    {
        Line($"Run {run.Id}: forecast after {run.Origin:yyyy-MM-dd}");
        await WriteAccuracyAsync(run, cancellationToken);
        console.WriteLine();
        await WriteFindingsAsync(cancellationToken);
        console.WriteLine();
        await WriteShortagesAsync(cancellationToken);
    }

    private async Task WriteAccuracyAsync(RunStatus run, CancellationToken cancellationToken)
    {
        string? model = null;
        await foreach (var row in tables.ReadAsync(StorageNames.RunsTable, Query(), cancellationToken))
        {
            if (row.Text("run") != run.Id) continue;
            model = row.Text("model");
            Line($"  Model {model}, {row.Text("promotion")}: {row.MessageText("promotionReason")}");
        }

        await foreach (var row in tables.ReadAsync(StorageNames.ModelsTable, Query(), cancellationToken))
        {
            if (row.Text("model") != model) continue;
            Compare(row, "RMSSE", "rmsse", "naiveRmsse", "the forecast is a mean, which squared errors judge");
            Compare(row, "MASE", "mase", "naiveMase", "absolute errors favour forecasts of 0 where most days have no visit");
            if (row.Number("coverage80") is { } narrow && row.Number("coverage95") is { } wide)
            {
                Line($"  Intervals: in the backtest, the 80% interval covered {narrow:P1} of the cases, the 95% interval {wide:P1}");
            }
        }
    }

    private async Task WriteFindingsAsync(CancellationToken cancellationToken)
    {
        var findings = new List<JsonElement>();
        await foreach (var row in tables.ReadAsync(StorageNames.AttentionTable, Query(), cancellationToken)) findings.Add(row);
        if (findings.Count == 0)
        {
            Line("Nothing needs attention.");
            return;
        }

        Line(
            $"What needs attention, most urgent first ({Math.Min(FindingsShown, findings.Count)} of {findings.Count}; table "
                + $"{StorageNames.AttentionTable} has all)");
        foreach (var finding in findings.OrderBy(row => row.Number("rank")).Take(FindingsShown))
            Line($"  {finding.Text("severity"),-6}{finding.MessageText("text")}");
    }

    private void Compare(JsonElement model, string measure, string ours, string naive, string meaning)
    {
        if (model.Number(ours) is not { } value || model.Number(naive) is not { } peer || peer <= 0) return;
        var gain = 1 - (value / peer);
        Line(
            $"  {measure} {value:0.000} against {peer:0.000} of seasonal naive, {Math.Abs(gain):P0} {(gain >= 0 ? "less" : "more")} "
                + $"error ({meaning}; rolling-origin backtest)");
    }

    private async Task WriteShortagesAsync(CancellationToken cancellationToken)
    {
        var shortages = new List<JsonElement>();
        await foreach (var row in tables.ReadAsync(StorageNames.SupplyDemandTable, Query(("level", "community")), cancellationToken))
        {
            if (row.Text("serviceLevel") == "service" && row.Number("expectedShortage") > 0) shortages.Add(row);
        }

        if (shortages.Count == 0)
        {
            Line("No shortage is expected (or no capacity was uploaded, dataset capacity).");
            return;
        }

        var table = new Table().Title("Largest expected shortages, in visits over the whole horizon").Border(TableBorder.Simple)
            .AddColumn("Community").AddColumn("Service");
        foreach (var heading in new[] { "Expected", "Capacity", "Shortage", "Chance", "Worst" })
            table.AddColumn(heading, column => column.RightAligned());
        foreach (var row in shortages.OrderByDescending(row => row.Number("expectedShortage")).Take(ShortagesShown))
        {
            table.AddRow(
                Cell(row.Text("areaName")),
                Cell(row.Text("serviceName")),
                Cell(row.Number("expectedDemand")?.ToString("N0", CultureInfo.InvariantCulture)),
                Cell(row.Number("capacity")?.ToString("N0", CultureInfo.InvariantCulture)),
                Cell(row.Number("expectedShortage")?.ToString("N1", CultureInfo.InvariantCulture)),
                Cell(row.Number("shortageProbability")?.ToString("P0", CultureInfo.InvariantCulture)),
                Cell(row.Day("worstDate")?.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        console.Write(table);
    }

    private void Line(string text) => console.WriteLine(PrintableText.Of(text));

    private static Text Cell(string? text) => new(PrintableText.Of(text ?? ""));

    private static Dictionary<string, string> Query(params (string Key, string Value)[] parameters) =>
        parameters.ToDictionary(p => p.Key, p => p.Value);
}
