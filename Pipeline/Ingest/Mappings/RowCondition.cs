using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Datasets.Values;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>What a value must be for a rule to hold: one of several, of a pattern, or none.</summary>
/// <param name="Values">The values, compared without case; null where the condition is another.</param>
/// <param name="Pattern">The pattern; null where the condition is another.</param>
internal sealed record RowCondition(IReadOnlySet<string>? Values, Regex? Pattern)
{
    /// <summary>Holds where a row has no value.</summary>
    public static RowCondition Empty { get; } = new(null, null);

    public bool Holds(ReadOnlySpan<char> value) =>
        Values is not null ? Values.Contains(value.ToString()) : Pattern?.IsMatch(value) ?? NullWords.Contains(value);
}
