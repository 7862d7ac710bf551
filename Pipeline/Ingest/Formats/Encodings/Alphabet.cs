using System.Collections.Frozen;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>The letters outside ASCII of a language.</summary>
/// <param name="Weights">From 1 for the commonest letter to .3 for the rarest.</param>
/// <param name="Commonest">Letters of which a text of some length has at least one; empty where that can't be said.</param>
internal sealed record Alphabet(FrozenDictionary<char, double> Weights, string Commonest);
