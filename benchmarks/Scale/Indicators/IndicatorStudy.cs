using CommunityDemand.Benchmarks.Scale.Measuring;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>
/// Draws a city's facts into storage, and has every part of a night's indicators measured over them, each in a process of its own.
/// </summary>
internal static class IndicatorStudy
{
    public static async Task<IndicatorResult> RunAsync(
        LocalSession session, IndicatorCase city, TimeSpan most, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var store = new FactStore(session.Get<IngestStorage>(), session.Get<UploadLedger>());
        var months = 12 * city.City.Years;
        await terminal.Progress.RunAsync($"Writing facts of {city.Communities} communities x {city.Services} services", async step =>
        {
            await new DrawnFacts(city.City).WriteAsync(store, new Relay(step, months), cancellationToken);
            return 0;
        });
        string[] parts =
        [
            IndicatorMeasurement.Nothing,
            IndicatorMeasurement.Planning,
            IndicatorMeasurement.Publishing,
            .. session.Get<IEnumerable<IFactIndicator>>().Select(one => one.GetType().Name),
            .. session.Get<IEnumerable<IForecastIndicator>>().Select(one => one.GetType().Name),
        ];
        var found = new List<IndicatorMeasurement>();
        foreach (var part in parts)
        {
            found.Add(await MeasuringProcess.MeasureAsync<IndicatorMeasurement>(
                ScaleCommand.MeasureArguments(city, part, session.ConnectionString),
                $"{part} of {city.Communities} communities",
                most,
                cancellationToken));
            terminal.Say($"{found[^1]}");
        }

        return new IndicatorResult(city, found);
    }

    private sealed class Relay(IProgress<StepProgress> step, int months) : IProgress<int>
    {
        public void Report(int value) => step.Report(StepProgress.Of(value, months));
    }
}

/// <summary>What all parts cost in one city.</summary>
internal sealed record IndicatorResult(IndicatorCase City, IReadOnlyList<IndicatorMeasurement> Parts)
{
    public IndicatorMeasurement Of(string part) => Parts.First(one => one.Part == part);
}
