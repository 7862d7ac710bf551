namespace CommunityDemand.Models.Panels;

/// <summary>
/// Compares keys as tuples: value by value, ordinal. Any character may stand in a value, so keys are never compared joined.
/// </summary>
public sealed class KeyComparer : IEqualityComparer<IReadOnlyList<string>>, IComparer<IReadOnlyList<string>>
{
    private KeyComparer()
    {
    }

    public static KeyComparer Ordinal { get; } = new();

    public bool Equals(IReadOnlyList<string>? x, IReadOnlyList<string>? y) => Compare(x, y) == 0;

    public int GetHashCode(IReadOnlyList<string> obj)
    {
        var hash = new HashCode();
        foreach (var value in obj) hash.Add(value, StringComparer.Ordinal);
        return hash.ToHashCode();
    }

    public int Compare(IReadOnlyList<string>? x, IReadOnlyList<string>? y)
    {
        if (x is null || y is null) return (x is null ? 0 : 1) - (y is null ? 0 : 1);
        for (var i = 0; i < Math.Min(x.Count, y.Count); i++)
        {
            var order = string.CompareOrdinal(x[i], y[i]);
            if (order != 0) return order;
        }

        return x.Count.CompareTo(y.Count);
    }
}
