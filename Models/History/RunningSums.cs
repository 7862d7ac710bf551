namespace CommunityDemand.Models.History;

/// <summary>Cumulative sums of a series, which give the mean of any window in constant time.</summary>
internal sealed class RunningSums
{
    private readonly double[] _sums;
    private readonly int[] _known;

    public RunningSums(ReadOnlySpan<double> values)
    {
        (_sums, _known) = (new double[values.Length + 1], new int[values.Length + 1]);
        for (var t = 0; t < values.Length; t++)
        {
            var unknown = double.IsNaN(values[t]);
            _sums[t + 1] = _sums[t] + (unknown ? 0 : values[t]);
            _known[t + 1] = _known[t] + (unknown ? 0 : 1);
        }
    }

    /// <summary>Mean of the known values in [from, to), within the axis; NaN if none is known.</summary>
    public double Mean(int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(_sums.Length - 1, to));
        if (from >= to) return double.NaN;
        var known = _known[to] - _known[from];
        return known == 0 ? double.NaN : (_sums[to] - _sums[from]) / known;
    }

    /// <summary>Number of known values in [from, to).</summary>
    public int Known(int from, int to)
    {
        (from, to) = (Math.Max(0, from), Math.Min(_sums.Length - 1, to));
        return from >= to ? 0 : _known[to] - _known[from];
    }
}
