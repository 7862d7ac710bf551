namespace CommunityDemand.Models.Hierarchies;

/// <summary>A node of a hierarchy: a bottom series, or the sum of the series that share the values of a level's columns.</summary>
/// <param name="Level">Name of the level, see <see cref="Panels.Level.Name"/>.</param>
/// <param name="Values">Values of the level's columns, in the order of the schema; empty for the total.</param>
public sealed record Node(string Level, IReadOnlyList<string> Values)
{
    private const char Separator = '|';
    private const char Escape = '\\';

    /// <summary>
    /// Key: the values joined by <c>|</c>; <c>total</c> for the total. Of several values, <c>\|</c> and <c>\\</c> stand for these signs
    /// within a value, so that nodes of one level have different keys.
    /// </summary>
    public string Key { get; } = Values.Count switch
    {
        0 => Panels.Level.Total,
        1 => Values[0],
        _ => string.Join(Separator, Values.Select(Escaped)),
    };

    public bool IsBottom => Level == Panels.Level.Bottom;

    public bool Equals(Node? other) =>
        other is not null && Level == other.Level && Key == other.Key && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Level, Key);

    private static string Escaped(string value) => value.AsSpan().IndexOfAny(Separator, Escape) < 0
        ? value
        : value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    public override string ToString() => $"{Level}:{Key}";
}
