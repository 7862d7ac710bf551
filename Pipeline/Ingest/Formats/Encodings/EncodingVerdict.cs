using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>The encoding of a text, or why it can't be known.</summary>
/// <param name="Encoding">The encoding; null where it can't be known.</param>
/// <param name="Name">Its name; null of UTF-8 and of those that a byte order mark names.</param>
/// <param name="Doubt">What can't be known, or null.</param>
/// <param name="HasBroken">Whether the text has bytes that the encoding has no character for.</param>
internal sealed record EncodingVerdict(Encoding? Encoding, string? Name = null, EncodingDoubt? Doubt = null, bool HasBroken = false);
