namespace CommunityDemand.Local.Series;

/// <summary>Sums of one series by period, in any order of rows. A period without a row is NaN.</summary>
internal sealed class SeriesSums
{
    private double[] _values = [];

    /// <summary>The first period with a row.</summary>
    public int First { get; private set; }

    public int Last => First + _count - 1;

    private int _count;

    /// <summary>Adds to a period; NaN (a row without a value) marks the period as unknown unless another row gives a value.</summary>
    public void Add(int period, double value)
    {
        Reserve(period);
        ref var sum = ref _values[period - First];
        if (!double.IsNaN(value)) sum = double.IsNaN(sum) ? value : sum + value;
        else if (double.IsNaN(sum)) Unknown.Add(period);
    }

    /// <summary>The last period with a value; before <see cref="First"/> where there is none.</summary>
    public int LastKnown
    {
        get
        {
            var last = Last;
            while (last >= First && double.IsNaN(this[last])) last--;
            return last;
        }
    }

    /// <summary>Means of the columns that are known ahead, by number of the column.</summary>
    public Dictionary<int, PeriodMeans> Ahead { get; } = [];

    /// <summary>Periods with a row that gives no value.</summary>
    public HashSet<int> Unknown { get; } = [];

    public double this[int period] => period < First || period > Last ? double.NaN : _values[period - First];

    private void Reserve(int period)
    {
        if (_count == 0) (First, _count, _values) = (period, 1, [double.NaN]);
        var (first, last) = (Math.Min(First, period), Math.Max(Last, period));
        var count = last - first + 1;
        if (count == _count) return;
        var ahead = First - first;
        if (count > _values.Length || ahead > 0)
        {
            var grown = new double[Math.Max(count, _values.Length * 2)];
            Array.Fill(grown, double.NaN);
            _values.AsSpan(0, _count).CopyTo(grown.AsSpan(ahead));
            _values = grown;
        }

        (First, _count) = (first, count);
    }
}
