namespace CommunityDemand.Domain.Text;

/// <summary>
/// A hash of text that is equal in every process and on every machine, unlike <see cref="string.GetHashCode()"/>: FNV-1a over the UTF-16
/// units (Fowler, Noll and Vo 1991), finished with the mixer of SplitMix64 (Steele, Lea and Flood 2014, figure 15), which makes low bits
/// as good as high bits. The hash is not suitable for secrets.
/// </summary>
public static class StableHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <param name="salt">Salt: another value gives another hash of the same text.</param>
    public static ulong Of(ReadOnlySpan<char> text, ulong salt = 0)
    {
        var hash = Offset ^ salt;
        foreach (var unit in text) hash = (hash ^ unit) * Prime;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
