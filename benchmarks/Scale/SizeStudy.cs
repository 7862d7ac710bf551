using CommunityDemand.Benchmarks.Scale.Measuring;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>Measures one size after another, the small ones first: they tell how long the large ones will take.</summary>
internal static class SizeStudy
{
    public static async Task<IReadOnlyList<Measurement>> RunAsync(
        IReadOnlyList<ScaleCase> cases, TimeSpan most, TextWriter notes, CancellationToken cancellationToken)
    {
        var runs = new List<Measurement>();
        foreach (var scale in cases.OrderBy(scale => scale.Series))
        {
            if (runs.Count > 0)
            {
                var left = cases.Where(other => other.Series >= scale.Series).Sum(other => other.Series) / runs[^1].Rate;
                await notes.WriteLineAsync(
                    $"{runs.Count} of {cases.Count} sizes done; the rest takes about {Durations.Show(TimeSpan.FromSeconds(left))} if "
                        + "time grows with size.");
            }

            runs.Add(await MeasuringProcess.MeasureAsync(scale, most, cancellationToken));
        }

        return runs;
    }
}
