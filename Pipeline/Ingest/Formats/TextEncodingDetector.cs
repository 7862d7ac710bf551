using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// Tells the encoding of a text from all of its bytes: a byte order mark; else the zero bytes of UTF-16; else UTF-8 if the bytes are
/// valid (or nearly: a few damaged characters among many good ones); else GB18030, which Chinese Excel writes.
/// </summary>
internal sealed class TextEncodingDetector
{
    private const int Sample = 4096;

    /// <summary>Good multi-byte characters for each bad one above which a text is damaged UTF-8 rather than GB18030.</summary>
    private const int GoodPerBad = 10;

    private readonly byte[] _carry = new byte[4];
    private int _carried;
    private bool _started;
    private Encoding? _marked;
    private long _good;
    private long _bad;

    /// <summary>The encoding of what was appended.</summary>
    public Encoding Encoding
    {
        get
        {
            if (_marked is not null) return _marked;
            var bad = _bad + (_carried > 0 ? 1 : 0);
            return bad == 0 || _good > GoodPerBad * bad ? Encoding.UTF8 : Gb18030;
        }
    }

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        if (!_started)
        {
            _started = true;
            _marked = Marked(bytes) ?? Utf16(bytes[..Math.Min(bytes.Length, Sample)]);
        }

        if (_marked is not null) return;
        bytes = Complete(bytes);
        // The tail may be the beginning of a character whose rest comes with the next bytes.
        var tail = IncompleteTail(bytes);
        Score(bytes[..^tail]);
        bytes[^tail..].CopyTo(_carry.AsSpan(_carried));
        _carried += tail;
    }

    private ReadOnlySpan<byte> Complete(ReadOnlySpan<byte> bytes)
    {
        while (_carried > 0 && !bytes.IsEmpty)
        {
            _carry[_carried++] = bytes[0];
            var status = Rune.DecodeFromUtf8(_carry.AsSpan(0, _carried), out _, out var used);
            bytes = bytes[1..];
            if (status == OperationStatus.NeedMoreData) continue;
            if (status == OperationStatus.Done) _good++;
            else _bad++;
            _carried = 0;
            if (status == OperationStatus.InvalidData && used > 0 && bytes.Length == 0) break;
        }

        return bytes;
    }

    private void Score(ReadOnlySpan<byte> bytes)
    {
        if (_bad == 0 && Utf8.IsValid(bytes))
        {
            _good += CountLeadBytes(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return;
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done) _good++;
            else _bad++;
            bytes = bytes[used..];
        }
    }

    private static long CountLeadBytes(ReadOnlySpan<byte> bytes)
    {
        long count = 0;
        foreach (var b in bytes) count += b >= 0xC0 ? 1 : 0;
        return count;
    }

    private static int IncompleteTail(ReadOnlySpan<byte> bytes)
    {
        for (var length = 1; length <= Math.Min(3, bytes.Length); length++)
        {
            var b = bytes[^length];
            if (b < 0x80) return 0;
            if (b < 0xC0) continue;
            return Rune.DecodeFromUtf8(bytes[^length..], out _, out _) == OperationStatus.NeedMoreData ? length : 0;
        }

        return 0;
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("\uFEFF"u8) ? Encoding.UTF8
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) ? Encoding.Unicode
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? Encoding.BigEndianUnicode
        : null;

    // Commas, digits and line ends of UTF-16 have a zero byte, always on the same side.
    private static Encoding? Utf16(ReadOnlySpan<byte> bytes)
    {
        Span<int> zeros = stackalloc int[2];
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0) zeros[i & 1]++;
        }

        var (even, odd) = (zeros[0], zeros[1]);
        var many = bytes.Length / 10;
        return odd > many && even <= odd / 10 ? Encoding.Unicode
            : even > many && odd <= even / 10 ? Encoding.BigEndianUnicode
            : null;
    }
}
