using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Conformal quantiles of the scaled errors of the backtest, <c>(actual - forecast) / scale</c>, by size of the forecast and by horizon
/// (split conformal prediction: Vovk, Gammerman and Shafer 2005). <see cref="ErrorScale"/> gives the scale, <see cref="IntervalCells"/>
/// the groups.
/// </summary>
internal sealed class IntervalTable
{
    /// <summary>Quantile levels: both ends of the 95% and of the 80% interval, with the median between them.</summary>
    public static readonly double[] Levels = [0.025, 0.1, 0.5, 0.9, 0.975];

    /// <summary>Number of errors from which the scale is chosen; more errors cost time and change nothing.</summary>
    private const int ScaleErrors = 100_000;

    /// <summary>Cells and quantiles; null where nothing was learned.</summary>
    private readonly Learned? _learned;

    private IntervalTable(Learned? learned) => _learned = learned;

    /// <summary>Learns the table from the errors of a backtest; without errors, <see cref="Poisson"/> gives the widths.</summary>
    /// <param name="levels">Names of the levels, by index.</param>
    /// <param name="paths">Number of (node, origin) behind the errors of each level.</param>
    public static IntervalTable Learn(
        IReadOnlyList<ErrorSample> samples, int horizon, IReadOnlyList<string> levels, IReadOnlyList<int> paths)
    {
        if (samples.Count == 0) return new IntervalTable(null);
        var sorted = samples.Where(sample => sample.Forecast > 0).Select(sample => (double)sample.Forecast).Order().ToArray();
        var cells = IntervalCells.Of(samples.Count, sorted, horizon);
        var some = Thinned(samples);
        var scale = ErrorScale.Learn(some, cells, ErrorScale.OffsetOf(sorted));
        var errors = new CellErrors(samples, cells, scale);
        var median = MedianShift.Learn(some, cells, scale, errors);
        var correlation = PathCorrelation.Learn(samples, scale);
        var quantiles = new double[cells.Count * Levels.Length];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            for (var q = 0; q < Levels.Length; q++)
                quantiles[(cell * Levels.Length) + q] = Levels[q] == 0.5 ? median[cell] : errors.Quantile(cell, Levels[q], correlation);
        }

        var learned = new Learned(cells, scale, quantiles, LevelFactors.None);
        return new IntervalTable(learned with { Factors = LevelFactors.Learn(samples, levels, paths, learned.Distances) });
    }

    /// <summary>Quantiles of the forecast at <see cref="Levels"/>: 0 or more, ascending; the mean lies inside the 80% interval.</summary>
    /// <param name="level">Name of the node's level.</param>
    /// <param name="spread">Usual one-step error of the node, in the unit of the panel.</param>
    /// <param name="horizon">Periods ahead: 1 for the first period after the origin.</param>
    public void Quantiles(string level, double forecast, double spread, int horizon, Span<double> quantiles)
    {
        if (_learned is null)
        {
            Poisson(forecast, quantiles);
            return;
        }

        _learned.Distances(forecast, spread, horizon, quantiles);
        var factors = _learned.Factors.Of(level);
        for (var q = 0; q < Levels.Length; q++) quantiles[q] = Math.Max(0, forecast + ((factors.IsEmpty ? 1 : factors[q]) * quantiles[q]));
        quantiles[1] = Math.Min(quantiles[1], forecast);
        quantiles[0] = Math.Min(quantiles[0], quantiles[1]);
        quantiles[3] = Math.Max(quantiles[3], forecast);
        quantiles[4] = Math.Max(quantiles[4], quantiles[3]);
        quantiles[2] = Math.Clamp(quantiles[2], quantiles[1], quantiles[3]);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(_learned is not null);
        _learned?.Write(writer);
    }

    public static IntervalTable Read(BinaryReader reader) => new(reader.ReadBoolean() ? Learned.Read(reader) : null);

    private static IReadOnlyList<ErrorSample> Thinned(IReadOnlyList<ErrorSample> samples)
    {
        var every = (samples.Count + ScaleErrors - 1) / ScaleErrors;
        return every == 1 ? samples : [.. samples.Where((_, i) => i % every == 0)];
    }

    /// <summary>
    /// Widths without learned errors (history too short): Poisson counts around the forecast, half as wide again for unknown variation.
    /// </summary>
    private static void Poisson(double forecast, Span<double> quantiles)
    {
        var spread = 1.5 * Math.Sqrt(forecast + (0.1 * forecast * forecast));
        quantiles[0] = Math.Max(0, forecast - (1.96 * spread));
        quantiles[1] = Math.Max(0, forecast - (1.2816 * spread));
        quantiles[2] = forecast;
        quantiles[3] = forecast + (1.2816 * spread);
        quantiles[4] = forecast + (1.96 * spread);
    }

    /// <param name="Quantiles">Quantiles of scaled errors, cell x level.</param>
    private sealed record Learned(IntervalCells Cells, ErrorScale Scale, double[] Quantiles, LevelFactors Factors)
    {
        /// <summary>Usual distances of the quantiles from the forecast.</summary>
        public void Distances(double forecast, double spread, int horizon, Span<double> distances)
        {
            var (span, usual) = (Cells.SpanOf(horizon), Scale.Of(forecast, spread));
            var (below, above, share) = Cells.Neighbours(forecast, Scale.Offset);
            for (var q = 0; q < Levels.Length; q++)
                distances[q] = (((1 - share) * At(below, span, q)) + (share * At(above, span, q))) * usual;
        }

        public void Distances(ErrorSample sample, double[] distances) =>
            Distances(sample.Forecast, sample.Spread, sample.Horizon, distances);

        public void Write(BinaryWriter writer)
        {
            Cells.Write(writer);
            writer.Write(Scale.Offset);
            writer.Write(Scale.Volatility);
            writer.WriteArray<double>(Quantiles);
            Factors.Write(writer);
        }

        public static Learned Read(BinaryReader reader) => new(
            IntervalCells.Read(reader), new ErrorScale(reader.ReadDouble(), reader.ReadDouble()), reader.ReadArray<double>(),
            LevelFactors.Read(reader));

        private double At(int size, int span, int level) => Quantiles[(Cells.CellOf(size, span) * Levels.Length) + level];
    }
}
