namespace CommunityDemand.Local.SampleCity.Sampling;

/// <summary>
/// A random stream for each simulated thing: SplitMix64 (Steele, Lea and Flood 2014), started from the seed and the name of the thing.
/// Draws of one thing never change those of another, so a larger city contains the smaller one unchanged.
/// </summary>
internal sealed class RandomStream
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    private ulong _state;

    /// <param name="seed">Seed of the city.</param>
    /// <param name="name">Name of the stream, in parts: <c>"visits", "c0001", "library"</c>.</param>
    public RandomStream(long seed, params ReadOnlySpan<string> name)
    {
        var hash = (FnvOffset ^ (ulong)seed) * FnvPrime;
        foreach (var part in name)
        {
            foreach (var character in part) hash = (hash ^ character) * FnvPrime;
            hash = (hash ^ '\u001f') * FnvPrime;
        }

        _state = Mix(hash);
    }

    /// <summary>A uniform draw from [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A uniform draw from [low, high).</summary>
    public double Between(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>A uniform draw from 0 to count - 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>True with the given probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>One of the items, with equal probability.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
