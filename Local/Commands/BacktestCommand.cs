using System.CommandLine;
using CommunityDemand.Local.Series;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Texts;

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
        ForecastWriter.Write(options.Output(parsed), result, panel.Schema);
        terminal.Console.Write(AccuracyTable.Of(result.Accuracy));
        terminal.Say($"{panel.Keys.Count} series of {panel.Axis.Count} periods, {origins} origins: {watch}");
        return ExitCode.Success;
    }
}
