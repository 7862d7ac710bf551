using System.CommandLine;
using CommunityDemand.Local.Series;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that forecasts any table of series, without storage.</summary>
internal static class ForecastCommand
{
    public static Command Create()
    {
        var options = new SeriesOptions();
        var command = new DocumentedCommand(
            "forecast",
            "Forecast the series of a CSV at all levels of a hierarchy, with 80% and 95% intervals; needs no storage",
            "forecast --input visits.csv --date date --value visits --keys community,service --frequency daily --horizon 28 --output "
                + "forecast.csv",
            "forecast --input requests.csv.gz --date created --keys side,community,nature --hierarchy side,community --frequency "
                + "monthly --horizon 12 --output forecast.csv",
            "forecast --input visits.xlsx --date date --keys community --frequency daily --horizon 28 --holidays DE --output forecast.csv "
                + "--plot forecast.png");
        var plot = new PlotOptions();
        foreach (var option in options.All.Concat(plot.All)) command.Add(option);
        command.SetAction((parsed, cancellationToken) => RunAsync(options, plot, parsed, cancellationToken));
        return command;
    }

    /// <summary>Reads the panel that the options describe, without the periods that are held out.</summary>
    /// <exception cref="UserErrorException">The input is invalid, or too few periods remain.</exception>
    public static async Task<Panel> ReadAsync(
        SeriesOptions options, ParseResult parsed, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var query = options.Query(parsed);
        var notes = new List<string>();
        var panel = await terminal.Progress.RunAsync(
            "Reading", _ => Task.Run(
                () => SeriesReader.ReadAsync(query, note => notes.Add(PrintableText.Of(note)), cancellationToken), cancellationToken));
        foreach (var note in notes) terminal.Say($"Note: {note}");
        var kept = panel.Axis.Count - options.Holdout(parsed);
        if (kept < 2)
        {
            throw new UserErrorException(
                $"{query.File}: {panel.Axis.Count} periods less a holdout of {options.Holdout(parsed)} leave too few periods for a "
                    + "forecast; at least 2 are needed.");
        }

        panel = await options.Calendar.AddToAsync(panel, options.Horizon(parsed), parsed, terminal, cancellationToken);
        return panel.Truncate(kept);
    }

    private static async Task<int> RunAsync(
        SeriesOptions options, PlotOptions plot, ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = CommandTerminal.Of(parsed);
        var watch = new Stopwatches(TimeProvider.System);
        var engine = new ForecastEngine(options.Engine(parsed));
        foreach (var warning in engine.Warnings) terminal.Say($"Note: {MessageTexts.English.Render(warning)}");
        var panel = await watch.TimeAsync("reading", () => ReadAsync(options, parsed, terminal, cancellationToken));
        HorizonCheck.Check(panel, options.Horizon(parsed), options.Input(parsed));
        var model = await watch.TimeAsync("training", () => terminal.Progress.RunAsync(
            "Training", progress =>
                Task.Run(() => engine.Train(panel, options.Horizon(parsed), progress.OfEngine(), cancellationToken), cancellationToken)));
        var set = await watch.TimeAsync("forecasting", () => terminal.Progress.RunAsync(
            "Forecasting",
            progress => Task.Run(
                () => engine.Reconcile(
                    model, [engine.Predict(model, panel, null, progress.OfEngine(), cancellationToken)], cancellationToken),
                cancellationToken)));
        // A series that is not there is told before anything is written.
        var shown = plot.File(parsed) is null ? [] : plot.Choose(parsed, set);
        ForecastWriter.Write(options.Output(parsed), set, panel.Schema);
        if (plot.File(parsed) is { } picture) await ForecastPlot.WriteAsync(picture, panel, set.Periods, shown);
        if (model.Accuracy.Count == 0) terminal.Say("Note: the history is too short for a backtest; the intervals are wide for that.");
        else terminal.Console.Write(AccuracyTable.Of(model.Accuracy.Where(row => row.FromHorizon == 1 && row.ToHorizon == model.Horizon)));
        terminal.Say($"{panel.Keys.Count} series of {panel.Axis.Count} periods: {watch}");
        return ExitCode.Success;
    }
}
