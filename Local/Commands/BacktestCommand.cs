using System.CommandLine;
using System.Globalization;
using CommunityDemand.Local.Series;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Texts;
using Spectre.Console;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that forecasts a table of series from several past origins and reports the accuracy.</summary>
internal static class BacktestCommand
{
    public static Command Create()
    {
        var options = new SeriesOptions();
        var origins = new Option<int>("--origins")
        {
            Description = "Number of origins; the last one is one horizon before the end",
            HelpName = "K",
            DefaultValueFactory = _ => 3
        };
        var step = new Option<int?>("--step") { Description = "Periods between origins; default: the horizon", HelpName = "S" };
        SeriesOptions.AtLeast(origins, 1);
        step.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() < 1) result.AddError("--step must be 1 or more.");
        });
        var command = new DocumentedCommand(
            "backtest",
            "Forecast the series of a CSV from several past origins and compare with actual values; needs no storage",
            "backtest --input visits.csv --date date --value visits --keys community,service --frequency daily --horizon 28 --origins 3 "
                + "--step 28 --output backtest.csv");
        foreach (var option in options.All) command.Add(option);
        command.Add(origins);
        command.Add(step);
        command.SetAction((parsed, cancellationToken) => RunAsync(
            options, parsed.GetValue(origins), parsed.GetValue(step) ?? options.Horizon(parsed), parsed, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        SeriesOptions options, int origins, int step, ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = CommandTerminal.Of(parsed);
        var watch = new Stopwatches(TimeProvider.System);
        var engine = new ForecastEngine(options.Engine(parsed));
        foreach (var warning in engine.Warnings) terminal.Say($"Note: {MessageTexts.English.Render(warning)}");
        var panel = await watch.TimeAsync("reading", () => ForecastCommand.ReadAsync(options, parsed, terminal, cancellationToken));
        var needed = options.Horizon(parsed) + ((origins - 1L) * step) + 2;
        if (panel.Axis.Count < needed)
        {
            throw new UserErrorException(
                $"{origins} origins {step} apart with a horizon of {options.Horizon(parsed)} need {needed} periods; the file has "
                    + $"{panel.Axis.Count}. "
                + "Ask for fewer --origins, a smaller --step or a shorter --horizon.");
        }

        var result = await watch.TimeAsync("training and forecasting", () => terminal.Progress.RunAsync(
            "Backtest",
            progress => Task.Run(
                () => engine.Backtest(panel, options.Horizon(parsed), origins, step, progress.OfEngine(), cancellationToken),
                cancellationToken)));
        ForecastWriter.Write(options.Output(parsed), result);
        terminal.Console.Write(Summary(result));
        terminal.Say($"{panel.Keys.Count} series of {panel.Axis.Count} periods, {origins} origins: {watch}");
        return ExitCode.Success;
    }

    private static Table Summary(BacktestResult result)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumn("level").AddColumn("horizon");
        foreach (var name in (ReadOnlySpan<string>)[
            "MASE", "naive", "RMSSE", "naive", "WAPE", "naive", "CRPS", "80%", "95%", "series", "unscaled"])
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var row in result.Accuracy)
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
