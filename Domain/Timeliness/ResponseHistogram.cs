namespace CommunityDemand.Domain.Timeliness;

/// <summary>
/// A histogram of response times, over any number of areas, services and days. Histograms can be added; quantiles cannot. Responses are
/// assumed to be spread evenly within a bin: a quantile is off by less than the width of its bin, and shares are exact at the bounds of
/// bins.
/// </summary>
public sealed class ResponseHistogram
{
    private readonly double[] _bounds;
    private readonly long[] _counts;

    /// <summary>Creates an empty histogram.</summary>
    /// <param name="upperBounds">
    /// Inclusive upper bounds of the bins in minutes, ascending, above 0. The first bin starts at 0; a last bin without an upper bound
    /// follows.
    /// </param>
    /// <exception cref="ArgumentException">There are no bounds, or the bounds do not ascend from above 0.</exception>
    public ResponseHistogram(IEnumerable<int> upperBounds)
    {
        _bounds = [.. upperBounds.Select(bound => (double)bound)];
        if (_bounds.Length == 0 || _bounds[0] <= 0 || _bounds.Zip(_bounds.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException("Bins need bounds that ascend from above 0.", nameof(upperBounds));
        _counts = new long[_bounds.Length + 1];
    }

    /// <summary>Number of responses.</summary>
    public long Count { get; private set; }

    /// <summary>Adds responses.</summary>
    /// <param name="counts">Number of responses in each bin, the unbounded bin last.</param>
    /// <exception cref="ArgumentException">The number of counts differs from the number of bins, or a count is negative.</exception>
    public void Add(IReadOnlyList<int> counts)
    {
        if (counts.Count != _counts.Length || counts.Any(count => count < 0))
            throw new ArgumentException($"A histogram of {_counts.Length} bins takes as many counts of 0 or more.", nameof(counts));
        for (var bin = 0; bin < _counts.Length; bin++) Add(bin, counts[bin]);
    }

    /// <summary>Adds the responses of another histogram with the same bins.</summary>
    /// <exception cref="ArgumentException">The other histogram has different bins.</exception>
    public void Add(ResponseHistogram other)
    {
        if (!_bounds.AsSpan().SequenceEqual(other._bounds))
            throw new ArgumentException("Histograms add up only if their bins are the same.", nameof(other));
        for (var bin = 0; bin < _counts.Length; bin++) Add(bin, other._counts[bin]);
    }

    /// <summary>
    /// The response time that a share of the responses does not exceed, in minutes: the quantile of grouped data, L + w (pN - F) / f,
    /// where L is the lower bound of the bin, w its width, f its number of responses, and F the number of responses before the bin
    /// (Spiegel and Stephens 2018, <i>Statistics</i>, chapter 3, "The median" and "Quartiles, deciles and percentiles").
    /// </summary>
    /// <param name="share">Share of responses, 0 to 1: .5 for the median.</param>
    /// <returns>
    /// Null without responses. In the unbounded bin, the lower bound of the bin: the true quantile is at least this long.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public double? Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "A quantile is asked of a share from 0 to 1.");
        if (Count == 0) return null;
        var (rank, before) = (share * Count, 0L);
        for (var bin = 0; bin < _bounds.Length; bin++)
        {
            if (_counts[bin] > 0 && before + _counts[bin] >= rank)
                return Lower(bin) + ((_bounds[bin] - Lower(bin)) * (rank - before) / _counts[bin]);
            before += _counts[bin];
        }

        return _bounds[^1];
    }

    /// <summary>
    /// Number of responses within some minutes: exact at the bound of a bin, interpolated between bounds. Responses in the unbounded bin
    /// are never within the minutes.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The minutes are negative or not a number.</exception>
    public double Within(double minutes)
    {
        if (!(minutes >= 0)) throw new ArgumentOutOfRangeException(nameof(minutes), minutes, "A target is 0 or more minutes.");
        var within = 0.0;
        for (var bin = 0; bin < _bounds.Length; bin++)
            within += _counts[bin] * Math.Clamp((minutes - Lower(bin)) / (_bounds[bin] - Lower(bin)), 0, 1);
        return within;
    }

    private double Lower(int bin) => bin == 0 ? 0 : _bounds[bin - 1];

    private void Add(int bin, long count)
    {
        _counts[bin] += count;
        Count += count;
    }
}
