namespace CommunityDemand.Models.Hierarchies;

/// <summary>A node of a hierarchy: a bottom series, or the sum of the series that share the values of a level's columns.</summary>
/// <param name="Level">Name of the level, see <see cref="Panels.Level.Name"/>.</param>
/// <param name="Values">Values of the level's columns, in the order of the schema; empty for the total.</param>
public sealed record Node(string Level, IReadOnlyList<string> Values)
{
    /// <summary>Key: the values joined by <c>|</c>; <c>total</c> for the total.</summary>
    public string Key { get; } = Values.Count == 0 ? Panels.Level.Total : string.Join('|', Values);

    public bool IsBottom => Level == Panels.Level.Bottom;

    public bool Equals(Node? other) =>
        other is not null && Level == other.Level && Key == other.Key && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Level, Key);

    public override string ToString() => $"{Level}:{Key}";
}
