using CommunityDemand.Benchmarks.Scale.City;
using CommunityDemand.Local.Series;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>Draws a city and runs the engine over it, in this process.</summary>
internal static class MeasuredRun
{
    public static async Task<Measurement> MeasureAsync(ScaleCase scale, IProgressBoard board, CancellationToken cancellationToken)
    {
        var panel = await board.RunAsync($"Drawing {scale.Series} series", step => Task.Run(
            () => SyntheticCity.Draw(scale, new Relay(step, scale.Series), cancellationToken), cancellationToken));
        var panelPeak = ProcessMemory.Peak();
        return await board.RunAsync($"Forecasting {scale.Series} series", step => Task.Run(() =>
        {
            using var clock = new StepClock(TimeProvider.System, step.OfEngine());
            var engine = new ForecastEngine(new EngineOptions());
            clock.Begin("panel");
            var model = engine.Train(panel, scale.Horizon, clock, cancellationToken);
            clock.Begin("forecast");
            var forecasts = engine.Predict(model, panel, cancellationToken: cancellationToken);
            clock.Begin("reconcile, intervals");
            var set = engine.Reconcile(model, [forecasts], cancellationToken);
            var steps = clock.Finish();
            return new Measurement(
                scale.Series, scale.Frequency, scale.Periods, scale.Horizon, set.Nodes.Count, Environment.ProcessorCount,
                panelPeak, ProcessMemory.Peak(), steps, CollectorSettings.NotUsual());
        }, cancellationToken));
    }

    private sealed class Relay(IProgress<StepProgress> step, int series) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 1000 == 0) step.Report(StepProgress.Of(value, series));
        }
    }
}
