using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommunityDemand.Benchmarks.Scale.Measuring;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>Measures what the engine costs in time and memory, by size.</summary>
internal static class ScaleCommand
{
    private const string Name = "scale";
    private const string Measure = "--measure";

    public static Command Create()
    {
        var options = new ScaleOptions();
        var measure = new Option<bool>(Measure) { Hidden = true };
        var command = new DocumentedCommand(
            Name,
            "Time and memory of training and forecasting seeded panels, each size in a process of its own, and how both grow",
            "scale --series 1000,10000 --frequency daily",
            "scale --output docs/scale.md")
        {
            measure,
        };
        foreach (var option in options.All) command.Add(option);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (parsed.GetValue(measure)) await MeasureHereAsync(options.Cases(parsed)[0], parsed, cancellationToken);
            else await CompareSizesAsync(options, parsed, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Arguments under which this program measures one case and writes the result on standard output.</summary>
    public static string[] MeasureArguments(ScaleCase scale) => [Name, Measure, .. ScaleOptions.Arguments(scale)];

    private static async Task MeasureHereAsync(ScaleCase scale, ParseResult parsed, CancellationToken cancellationToken)
    {
        var board = new PlainProgressBoard(parsed.InvocationConfiguration.Error, TimeProvider.System);
        var measurement = await MeasuredRun.MeasureAsync(scale, board, cancellationToken);
        await parsed.InvocationConfiguration.Output.WriteLineAsync(JsonSerializer.Serialize(measurement));
    }

    private static async Task CompareSizesAsync(ScaleOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        var runs = await SizeStudy.RunAsync(options.Cases(parsed), options.Most(parsed), parsed.InvocationConfiguration.Error, cancellationToken);
        await ScalePage.WriteAsync(parsed, options.Output(parsed), runs[0].Frequency.ToString().ToLower(CultureInfo.InvariantCulture), command => SizeReport.Of(runs, command), cancellationToken);
    }
}
