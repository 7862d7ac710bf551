using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommunityDemand.Benchmarks.Peers;
using CommunityDemand.Benchmarks.Scale.City;
using CommunityDemand.Benchmarks.Scale.Indicators;
using CommunityDemand.Benchmarks.Scale.Measuring;
using CommunityDemand.Benchmarks.Scale.Rows;
using CommunityDemand.Benchmarks.Scale.Speed;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>Measures what the engine costs in time and memory, by size.</summary>
internal static class ScaleCommand
{
    private const string Name = "scale";
    private const string Measure = "--measure";
    private const string Part = "--part";
    private const int ChicagoKnown = 36;
    private const int ChicagoHorizon = 12;

    public static Command Create()
    {
        var options = new ScaleOptions();
        var measure = new Option<bool>(Measure) { Hidden = true };
        var part = new Option<string?>(Part) { Hidden = true };
        var command = new Command(
            Name,
            "Measure time and memory of training and forecasting drawn panels, each size in a process of its own, and how both grow; "
                + "docs/scale.md comes from "
            + "'scale', 'scale --frequency monthly', 'scale --peers', 'scale --rows' and 'scale --indicators', each with --output "
            + "docs/scale.md")
        {
            measure,
            part,
            GlobalOptions.Storage,
        };
        foreach (var option in options.All) command.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var work = (parsed.GetValue(measure), options.Indicators(parsed), options.WantsPeers(parsed), options.Rows(parsed)) switch
            {
                (true, { } cities, _, _) => MeasureHereAsync(cities[0], parsed.GetValue(part)!, parsed, cancellationToken),
                (true, _, _, _) => MeasureHereAsync(options.Cases(parsed)[0], parsed, cancellationToken),
                (_, { } cities, _, _) => CompareIndicatorsAsync(options, cities, parsed, cancellationToken),
                (_, _, true, _) => CompareSpeedAsync(options, parsed, cancellationToken),
                (_, _, _, { } bounds) => CompareRowsAsync(options, bounds, parsed, cancellationToken),
                _ => CompareSizesAsync(options, parsed, cancellationToken),
            };
            await work;
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Arguments under which this program measures one case and writes the result on standard output.</summary>
    public static string[] MeasureArguments(ScaleCase scale) => [Name, Measure, .. ScaleOptions.Arguments(scale)];

    /// <summary>The same for one part of a night's indicators.</summary>
    /// <param name="storage">Connection string of the storage that has the city's facts.</param>
    public static string[] MeasureArguments(IndicatorCase city, string part, string storage) =>
        [Name, Measure, .. ScaleOptions.Arguments(city), Part, part, GlobalOptions.Storage.Name, storage];

    private static async Task MeasureHereAsync(IndicatorCase city, string part, ParseResult parsed, CancellationToken cancellationToken)
    {
        await using var session = await LocalSession.OpenAsync(
            parsed, new DirectoryInfo(Path.GetTempPath()), CommandTerminal.Of(parsed), cancellationToken);
        var measurement = await IndicatorMeasuring.MeasureAsync(session, city, part, cancellationToken);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(measurement));
    }

    private static async Task CompareIndicatorsAsync(
        ScaleOptions options, IReadOnlyList<IndicatorCase> cities, ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = CommandTerminal.Of(parsed);
        var results = new List<IndicatorResult>();
        foreach (var city in cities)
        {
            var folder = Directory.CreateTempSubdirectory("scale-indicators-");
            try
            {
                await using var session = await LocalSession.OpenAsync(parsed, folder, terminal, cancellationToken);
                results.Add(await IndicatorStudy.RunAsync(session, city, options.Most(parsed), terminal, cancellationToken));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        await ScalePage.WriteAsync(
            parsed,
            options.Output(parsed),
            $"indicators-{cities[0].Services}",
            command => IndicatorReport.Of(results, command),
            cancellationToken);
    }

    private static async Task MeasureHereAsync(ScaleCase scale, ParseResult parsed, CancellationToken cancellationToken)
    {
        var board = new PlainProgressBoard(parsed.InvocationConfiguration.Error, TimeProvider.System);
        var measurement = await MeasuredRun.MeasureAsync(scale, board, cancellationToken);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(measurement));
    }

    private static async Task CompareSizesAsync(ScaleOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var runs = await SizeStudy.RunAsync(
            options.Cases(parsed), options.Most(parsed), parsed.InvocationConfiguration.Error, cancellationToken);
        await ScalePage.WriteAsync(
            parsed,
            options.Output(parsed),
            runs[0].Frequency.ToString().ToLower(CultureInfo.InvariantCulture),
            command => SizeReport.Of(runs, command),
            cancellationToken);
    }

    private static async Task CompareSpeedAsync(ScaleOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var terminal = CommandTerminal.Of(parsed);
        if (await RScript.FaultAsync(cancellationToken) is { } fault)
        {
            terminal.Say($"NOTE: NOTHING WAS COMPARED. {fault}");
            return;
        }

        var drawn = options.GivesSeries(parsed) ? options.Cases(parsed, Frequency.Monthly)[^1] : null;
        var (what, panel, horizon) = drawn is null
            ? ("333 monthly series of Chicago", new Workbench(options.Data(parsed), null, false).Chicago.FlatCells(Frequency.Monthly)
                .Truncate(ChicagoKnown), ChicagoHorizon)
            : ($"{drawn.Series} monthly series, drawn", SyntheticCity.Draw(drawn, null, cancellationToken), drawn.Horizon);
        var study = await SpeedStudy.RunAsync(what, panel, horizon, options.Sample(parsed), terminal.Progress, cancellationToken);
        await ScalePage.WriteAsync(parsed, options.Output(parsed), "peers", command => SpeedReport.Of(study, command), cancellationToken);
    }

    private static async Task CompareRowsAsync(
        ScaleOptions options, IReadOnlyList<int> bounds, ParseResult parsed, CancellationToken cancellationToken)
    {
        var bench = new Workbench(options.Data(parsed), null, IsQuick: false);
        var results = await CommandTerminal.Of(parsed).Progress
            .RunAsync("Training rows", progress => RowsStudy.RunAsync(bounds, bench, progress, cancellationToken));
        await ScalePage.WriteAsync(parsed, options.Output(parsed), "rows", command => RowsReport.Of(results, command), cancellationToken);
    }
}
