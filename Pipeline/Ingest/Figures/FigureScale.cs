namespace CommunityDemand.Pipeline.Ingest.Figures;

/// <summary>
/// Counts of figures on a logarithmic scale: a bin is half an octave of one more than the figure. Figures give the same counts in any
/// order.
/// </summary>
internal sealed class FigureScale
{
    /// <summary>Bins of an octave.</summary>
    public const int PerOctave = 2;

    private const int Bins = 62;
    private const int Mantissa = 52;

    private readonly int[] _counts = new int[Bins];

    public int Count { get; private set; }

    public static int BinOf(double figure) =>
        Math.Clamp((int)(BitConverter.DoubleToInt64Bits(figure + 1) >> (Mantissa - 1)) - (1023 * PerOctave), 0, Bins - 1);

    public void Add(double figure)
    {
        _counts[BinOf(figure)]++;
        Count++;
    }

    public void Add(FigureScale other)
    {
        for (var bin = 0; bin < Bins; bin++) _counts[bin] += other._counts[bin];
        Count += other.Count;
    }

    public int CountFrom(int bin) => _counts.Skip(bin).Sum();

    /// <summary>Bin of the median.</summary>
    public int Median => Middle(_counts);

    /// <summary>Median distance from the median, in bins.</summary>
    public int Deviation
    {
        get
        {
            var (median, distances) = (Median, new int[Bins]);
            for (var bin = 0; bin < Bins; bin++) distances[Math.Abs(bin - median)] += _counts[bin];
            return Middle(distances);
        }
    }

    /// <summary>The figure in the middle of a bin.</summary>
    public static double FigureOf(int bin) =>
        bin == 0 ? 0 : Math.Round((1 + (bin % PerOctave * 0.5) + 0.25) * (1L << (bin / PerOctave))) - 1;

    /// <summary>The first bin with a figure above so many empty ones that follow a bin with figures; -1 where there is none.</summary>
    /// <param name="most">So many figures at most may stand from the bin on.</param>
    public int FirstBeyond(int empty, int most)
    {
        var (below, last) = (0, -1);
        for (var bin = 0; bin < Bins; bin++)
        {
            if (_counts[bin] == 0) continue;
            if (last >= 0 && bin - last > empty && Count - below <= most) return bin;
            below += _counts[bin];
            last = bin;
        }

        return -1;
    }

    private int Middle(int[] counts)
    {
        var (bin, seen) = (0, counts[0]);
        while (2 * seen < Count) seen += counts[++bin];
        return bin;
    }
}
