using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Width of a level's errors relative to the usual width: for its size, the forecast of a city has smaller errors than that of its
/// largest community. The distance of each quantile from the forecast is scaled to fit the level's own errors. Errors of one path are
/// correlated. A level with few paths is therefore shrunk to the next level with more paths, and so on down to the single series, whose
/// factor is shrunk to 1.
/// </summary>
internal sealed class LevelFactors
{
    /// <summary>Weight of the prior that a level is like the next one, in paths (a node from an origin).</summary>
    private const double PathsOfBelief = 3;

    private const double Most = 3;

    private readonly Dictionary<string, double[]> _factors;

    private LevelFactors(Dictionary<string, double[]> factors) => _factors = factors;

    public static LevelFactors None { get; } = new([]);

    /// <param name="samples">Errors of the backtest.</param>
    /// <param name="levels">Names of the levels, by index.</param>
    /// <param name="paths">Number of paths behind the errors of each level.</param>
    /// <param name="usual">Writes the distances of the usual quantiles from the forecast of a sample.</param>
    public static LevelFactors Learn(
        IReadOnlyList<ErrorSample> samples, IReadOnlyList<string> levels, IReadOnlyList<int> paths, Action<ErrorSample, double[]> usual)
    {
        var quantiles = IntervalTable.Levels;
        var ratios = levels.Select(_ => quantiles.Select(_ => new List<double>()).ToArray()).ToArray();
        var distances = new double[quantiles.Length];
        foreach (var sample in samples)
        {
            usual(sample, distances);
            for (var q = 0; q < quantiles.Length; q++)
            {
                if (quantiles[q] != 0.5 && Math.Abs(distances[q]) > 1e-9)
                    ratios[sample.Level][q].Add((sample.Actual - sample.Forecast) / distances[q]);
            }
        }

        var factors = new Dictionary<string, double[]>(StringComparer.Ordinal);
        var next = Enumerable.Repeat(1.0, quantiles.Length).ToArray();
        foreach (var level in Enumerable.Range(0, levels.Count).OrderByDescending(level => paths[level]))
        {
            var larger = next;
            next =
            [
                .. quantiles.Select((quantile, q) => Factor(ratios[level][q], Math.Max(quantile, 1 - quantile), paths[level], larger[q])),
            ];
            factors.Add(levels[level], next);
        }

        return new LevelFactors(factors);
    }

    /// <summary>The factors of a level, one for each quantile.</summary>
    public ReadOnlySpan<double> Of(string level) => _factors.TryGetValue(level, out var factors) ? factors : [];

    public void Write(BinaryWriter writer) =>
        writer.WriteList(_factors.OrderBy(level => level.Key, StringComparer.Ordinal).ToArray(), (w, level) =>
        {
            w.Write(level.Key);
            w.WriteArray<double>(level.Value);
        });

    public static LevelFactors Read(BinaryReader reader) =>
        new(reader.ReadList(r => (r.ReadString(), r.ReadArray<double>())).ToDictionary(StringComparer.Ordinal));

    // Measured outwards from the forecast, both ends are the same question: how many usual distances away is the quantile?
    private static double Factor(List<double> ratios, double quantile, int paths, double next)
    {
        if (ratios.Count == 0) return next;
        ratios.Sort();
        var factor = ratios[Math.Clamp((int)Math.Ceiling((ratios.Count + 1) * quantile) - 1, 0, ratios.Count - 1)];
        var own = paths / (paths + PathsOfBelief);
        return Math.Pow(Math.Clamp(factor, 1 / Most, Most), own) * Math.Pow(next, 1 - own);
    }
}
