namespace CommunityDemand.Local.SampleCity.Sampling;

/// <summary>
/// A stream of random numbers of its own for each thing that is simulated: SplitMix64 (Steele, Lea and Flood 2014), started from the seed
/// and the thing's name. What one thing draws never shifts what another draws, so a larger city holds the smaller one unchanged.
/// </summary>
internal sealed class RandomStream
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;
    private ulong _state;

    /// <param name="seed">The city's seed.</param>
    /// <param name="name">What draws, in parts: <c>"visits", "c0001", "library"</c>.</param>
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

    /// <summary>Uniform on [0, 1).</summary>
    public double Uniform() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on [low, high).</summary>
    public double Between(double low, double high) => low + ((high - low) * Uniform());

    /// <summary>Uniform on 0 to count - 1.</summary>
    public int Below(int count) => (int)(Uniform() * count);

    /// <summary>True with a probability.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>One of several, all alike.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
