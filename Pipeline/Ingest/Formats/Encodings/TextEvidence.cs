using System.Buffers;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>What the bytes of a text say of its encoding: all of them for UTF-8, the lines outside ASCII for the others.</summary>
internal sealed class TextEvidence
{
    private const int LineBytes = 1 << 17;

    private readonly ArrayBufferWriter<byte> _lines = new();

    public Utf8Tally Utf8 { get; } = new();

    /// <summary>Lines that hold other characters than ASCII, as many as are needed to tell encodings apart.</summary>
    public ReadOnlySpan<byte> Lines => _lines.WrittenSpan;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        Utf8.Append(bytes);
        while (_lines.WrittenCount < LineBytes && bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) is >= 0 and var found)
        {
            var start = bytes[..found].LastIndexOf((byte)'\n') + 1;
            var length = bytes[found..].IndexOf((byte)'\n');
            var end = length < 0 ? bytes.Length : found + length + 1;
            _lines.Write(bytes[start..Math.Min(end, start + LineBytes)]);
            bytes = bytes[end..];
        }
    }
}
