namespace CommunityDemand.Models.Pooling;

/// <summary>
/// Level of the values within each season (block) before an origin: a line through the mean of the block, whose slope comes from the
/// means of its neighbours. Measured against a flat mean, growth would become season. The slopes are shrunk by the share of noise in the
/// differences between means: without growth, the lines are flat.
/// </summary>
internal sealed class BlockLevels
{
    /// <summary>Minimum level, as a share of the block's mean.</summary>
    private const double Least = 0.2;

    private const double MostCorrelation = 0.9;

    private readonly double[] _means;
    private readonly double[] _slopes;
    private readonly int _season;

    private BlockLevels(double[] means, double[] slopes, int season) => (_means, _slopes, _season) = (means, slopes, season);

    /// <summary>Number of whole seasons, counted back from the origin; some may be unknown.</summary>
    public int Count => _means.Length;

    /// <param name="values">Values before the origin; NaN where unknown.</param>
    public static BlockLevels Of(ReadOnlySpan<double> values, int season)
    {
        var means = new double[values.Length / season];
        for (var block = 0; block < means.Length; block++)
            means[block] = MeanOf(values.Slice(StartOf(values.Length, block, season), season));
        var slopes = new double[means.Length];
        for (var block = 0; block < means.Length; block++) slopes[block] = SlopeOf(means, block) / season;
        var share = season > 1 ? GrowthShare(values, means, season) : 0;
        for (var block = 0; block < slopes.Length; block++) slopes[block] *= share;
        return new BlockLevels(means, slopes, season);
    }

    /// <summary>Index of the first value of a block.</summary>
    public static int StartOf(int length, int block, int season) => length - ((block + 1) * season);

    /// <summary>Whether at least half of the block is known.</summary>
    public bool IsKnown(int block) => !double.IsNaN(_means[block]);

    /// <summary>Level at a position of a block.</summary>
    public double At(int block, int position) =>
        Math.Max(Least * _means[block], _means[block] + (_slopes[block] * (position - ((_season - 1) / 2.0))));

    private static double MeanOf(ReadOnlySpan<double> block)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in block)
        {
            if (double.IsNaN(value)) continue;
            sum += value;
            count++;
        }

        return 2 * count >= block.Length ? sum / count : double.NaN;
    }

    /// <summary>Growth per season around a block, from the neighbours that are known.</summary>
    private static double SlopeOf(double[] means, int block)
    {
        var later = block > 0 && !double.IsNaN(means[block - 1]) ? block - 1 : block;
        var earlier = block + 1 < means.Length && !double.IsNaN(means[block + 1]) ? block + 1 : block;
        return later == earlier || double.IsNaN(means[block]) ? 0 : (means[later] - means[earlier]) / (earlier - later);
    }

    /// <summary>
    /// Share of growth in the squared differences between the means of neighbouring blocks: <c>1 - noise / difference²</c>, at least 0.
    /// The noise comes from the differences between equal phases of neighbouring blocks, with their lag-1 correlation.
    /// </summary>
    private static double GrowthShare(ReadOnlySpan<double> values, double[] means, int season)
    {
        var (squares, products, count, growth, pairs) = (0.0, 0.0, 0, 0.0, 0);
        for (var block = 0; block + 1 < means.Length; block++)
        {
            var step = means[block] - means[block + 1];
            if (double.IsNaN(step)) continue;
            growth += step * step;
            pairs++;
            var (late, last) = (StartOf(values.Length, block, season), double.NaN);
            for (var j = 0; j < season; j++)
            {
                var residual = values[late + j] - values[late + j - season] - step;
                if (!double.IsNaN(residual))
                {
                    squares += residual * residual;
                    count++;
                    if (!double.IsNaN(last)) products += residual * last;
                }

                last = residual;
            }
        }

        if (pairs == 0 || growth <= 0 || count <= pairs) return 0;
        var correlation = squares > 0 ? Math.Clamp(products / squares, 0, MostCorrelation) : 0;
        var noise = squares / (count - pairs) / season * (1 + correlation) / (1 - correlation);
        return Math.Max(0, 1 - (noise / (growth / pairs)));
    }
}
