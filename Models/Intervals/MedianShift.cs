namespace CommunityDemand.Models.Intervals;

/// <summary>
/// Distance of the median from the mean, in scaled errors, for each cell. On sparse counts the median lies far below the mean. On dense
/// series the distance is mostly chance. The distance of a class of sizes therefore has the weight that lowers the absolute error most on
/// folds that it was not learned from; the weight is 0 where the gain is small.
/// </summary>
internal sealed class MedianShift
{
    /// <summary>Minimum gain of a weight over 0, as a share of the absolute error.</summary>
    private const double LeastGain = 0.01;

    private static ReadOnlySpan<double> Weights => [0, 0.25, 0.5, 0.75, 1];

    private readonly double[] _shifts;

    private MedianShift(double[] shifts) => _shifts = shifts;

    public double this[int cell] => _shifts[cell];

    public static MedianShift Learn(IReadOnlyList<ErrorSample> samples, IntervalCells cells, ErrorScale scale, CellErrors all)
    {
        var folds = samples.Max(sample => sample.Fold) + 1;
        var losses = new double[cells.Sizes + 1, Weights.Length];
        for (var fold = 0; fold < folds && folds > 1; fold++) AddLosses(samples, cells, scale, fold, losses);
        var shifts = new double[cells.Count];
        for (var size = 0; size <= cells.Sizes; size++)
        {
            var weight = Best(losses, size);
            for (var span = 0; span < cells.Spans; span++)
                shifts[cells.CellOf(size, span)] = weight > 0 ? weight * all.MedianShift(cells.CellOf(size, span)) : 0;
        }

        return new MedianShift(shifts);
    }

    private static void AddLosses(
        IReadOnlyList<ErrorSample> samples, IntervalCells cells, ErrorScale scale, int fold, double[,] losses)
    {
        var others = new CellErrors(samples, cells, scale, without: fold);
        if (others.IsEmpty) return;
        double[] shifts = [.. Enumerable.Range(0, cells.Count).Select(others.MedianShift)];
        foreach (var sample in samples)
        {
            if (sample.Fold != fold) continue;
            var (cell, usual) = (cells.CellOf(sample), scale.Of(sample));
            if (!(usual > 0)) continue;
            var size = cell == cells.Count - 1 ? cells.Sizes : cell / cells.Spans;
            for (var w = 0; w < Weights.Length; w++) losses[size, w] += Math.Abs((sample.Error / usual) - (Weights[w] * shifts[cell]));
        }
    }

    private static double Best(double[,] losses, int size)
    {
        var best = 0;
        for (var w = 1; w < Weights.Length; w++)
        {
            if (losses[size, w] < losses[size, best]) best = w;
        }

        return losses[size, best] < (1 - LeastGain) * losses[size, 0] ? Weights[best] : 0;
    }
}
