namespace CommunityDemand.Benchmarks.Suites.Pollock;

/// <summary>How much of a multiset was found, and how much of what was found belongs to it.</summary>
internal readonly record struct Found(double OfSource, double OfLoaded, double F1)
{
    public static Found All => new(1, 1, 1);

    public double Sum => OfSource + OfLoaded + F1;

    public static Found Of(IEnumerable<string> source, IEnumerable<string> loaded)
    {
        var wanted = new Dictionary<string, int>(StringComparer.Ordinal);
        var (sources, loads, common) = (0, 0, 0);
        foreach (var one in source)
        {
            wanted[one] = wanted.GetValueOrDefault(one) + 1;
            sources++;
        }

        foreach (var one in loaded)
        {
            loads++;
            if (wanted.GetValueOrDefault(one) is not (> 0 and var left)) continue;
            wanted[one] = left - 1;
            common++;
        }

        if (common == 0) return default;
        var (ofSource, ofLoaded) = ((double)common / sources, (double)common / loads);
        return new Found(ofSource, ofLoaded, 2 * ofSource * ofLoaded / (ofSource + ofLoaded));
    }
}
