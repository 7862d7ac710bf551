using CommunityDemand.Domain.Supply;

namespace CommunityDemand.Domain.Allocation;

/// <summary>
/// The expected shortage of a place over some periods, as a function of extra capacity: S(x) = sum of E[(D - (C + x n))+] over the periods,
/// where n is the number of open days of the period, 1 for a day. S is in person-visits; x is in person-visits a day, the same on each day.
/// Each period's quantile function is piecewise linear, so S falls, is convex, and is piecewise quadratic. The marginal gain -S'(x) = sum
/// of n P(D &gt; C + x n) is piecewise linear, with a step down at each value of demand that has a probability of its own.
/// </summary>
public sealed class ShortageCurve
{
    // A part of a distribution narrower than this, in person-visits, counts as a single value: its density would dominate all others.
    private const double Narrow = 1e-9;

    // Points ascend from 0; between two points the marginal gain falls at a constant rate. Values hold at the point and to the right of
    // it.
    private readonly double[] _points;
    private readonly double[] _marginals;
    private readonly double[] _slopes;
    private readonly double[] _shortages;

    // Demand of periods without open days, which no capacity serves.
    private readonly double _closed;

    /// <param name="days">Demand and capacity of each day, in person-visits; capacity is 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A capacity is negative or not finite.</exception>
    public ShortageCurve(IEnumerable<(PredictiveDistribution Demand, double Capacity)> days)
        : this(days.Select(day => (day.Demand, day.Capacity, 1.0)))
    {
    }

    /// <param name="periods">Demand and capacity of each period, in person-visits, and its open days; both 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A capacity or number of days is negative or not finite.</exception>
    public ShortageCurve(IEnumerable<(PredictiveDistribution Demand, double Capacity, double OpenDays)> periods)
    {
        var (points, changes, closed) = Changes(periods);
        _closed = closed;
        var last = points.Length - 1;
        (_points, _marginals, _slopes, _shortages) =
            (points, new double[points.Length], new double[points.Length], new double[points.Length]);

        // Sums start at the far end, where nothing is short: values close to zero are then not differences of large numbers.
        var (open, slope, marginal) = (0, 0.0, 0.0);
        for (var k = last; k >= 0; k--)
        {
            if (k < last)
            {
                var width = points[k + 1] - points[k];
                _shortages[k] = _shortages[k + 1] + (width * (marginal + (slope * width / 2)));
                marginal += slope * width;
            }

            (_marginals[k], _slopes[k]) = (marginal, slope);
            marginal += changes[k].Step;
            open += changes[k].Opened;
            slope = open == 0 ? 0 : Math.Max(0, slope + changes[k].Density);
        }
    }

    /// <summary>The smallest extra capacity that leaves no shortage, in person-visits a day.</summary>
    public double Enough => ExtraWhere(0);

    /// <summary>Expected shortage over the periods, S(x), in person-visits.</summary>
    /// <param name="extra">Extra capacity x, 0 or more.</param>
    public double Shortage(double extra)
    {
        var (k, beyond) = Locate(extra);
        return _closed + Math.Max(0, _shortages[k] - (beyond * (_marginals[k] - (_slopes[k] * beyond / 2))));
    }

    /// <summary>
    /// Marginal gain -S'(x), from the right: the shortage over the periods that one more person-visit a day removes; at most the number
    /// of open days.
    /// </summary>
    /// <param name="extra">Extra capacity x, 0 or more.</param>
    public double Marginal(double extra)
    {
        var (k, beyond) = Locate(extra);
        return Math.Max(0, _marginals[k] - (_slopes[k] * beyond));
    }

    /// <summary>The smallest extra capacity from which one more unit removes at most <paramref name="marginal"/>.</summary>
    public double ExtraWhere(double marginal)
    {
        var (low, high) = (0, _points.Length - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_marginals[middle] <= marginal) high = middle;
            else low = middle + 1;
        }

        if (low == 0) return 0;
        var (before, slope) = (low - 1, _slopes[low - 1]);
        return slope > 0 ? Math.Min(_points[low], _points[before] + ((_marginals[before] - marginal) / slope)) : _points[low];
    }

    private (int Index, double Beyond) Locate(double extra)
    {
        if (!(extra >= 0)) throw new ArgumentOutOfRangeException(nameof(extra), extra, "Extra capacity is 0 or more person-visits a day.");
        var found = Array.BinarySearch(_points, extra);
        if (found < 0) return (~found - 1, extra - _points[~found - 1]);
        while (found + 1 < _points.Length && _points[found + 1] == extra) found++;
        return (found, 0);
    }

    // Changes at each point, from high values to low: parts of distributions that begin or end there, their density, and single values.
    private static (double[] Points, Change[] Changes, double Closed) Changes(
        IEnumerable<(PredictiveDistribution Demand, double Capacity, double OpenDays)> periods)
    {
        var (points, changes, closed) = (new List<double> { 0 }, new List<Change> { default }, 0.0);
        void Add(double point, Change change)
        {
            points.Add(point);
            changes.Add(change);
        }

        foreach (var (demand, capacity, days) in periods)
        {
            if (!double.IsFinite(capacity) || capacity < 0)
                throw new ArgumentOutOfRangeException(nameof(periods), capacity, "Capacity is 0 or more person-visits a day.");
            if (!double.IsFinite(days) || days < 0)
                throw new ArgumentOutOfRangeException(nameof(periods), days, "A period has 0 or more open days.");
            if (days == 0)
            {
                closed += demand.ExpectedAbove(capacity);
                continue;
            }

            foreach (var (low, high, weight) in demand.Segments())
            {
                if (high <= capacity || weight <= 0) continue;
                if (high - low < Narrow)
                {
                    Add((high - capacity) / days, new Change(weight * days, 0, 0));
                    continue;
                }

                var density = weight / (high - low) * days * days;
                Add((high - capacity) / days, new Change(0, density, 1));
                if (low > capacity) Add((low - capacity) / days, new Change(0, -density, -1));
            }
        }

        var (sorted, ordered) = (points.ToArray(), changes.ToArray());
        Array.Sort(sorted, ordered);
        return (sorted, ordered, closed);
    }

    private readonly record struct Change(double Step, double Density, int Opened);
}
