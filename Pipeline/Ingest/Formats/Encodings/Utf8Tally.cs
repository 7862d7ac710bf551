using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>Counts the characters of UTF-8 among the bytes of a text, all of them.</summary>
internal sealed class Utf8Tally
{
    private static ReadOnlySpan<byte> TwiceEncoded => [0xC3, 0x83, 0xC2];

    private readonly byte[] _carry = new byte[4];
    private int _carried;
    private long _bad;

    /// <summary>Characters of several bytes.</summary>
    public long Good { get; private set; }

    /// <summary>Bytes that belong to none.</summary>
    public long Bad => _bad + (_carried > 0 ? 1 : 0);

    /// <summary>Letters that look as if they were encoded twice, such as the two of <c>CafÃ©</c>.</summary>
    public long Twice { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return;
        Twice += bytes.Count(TwiceEncoded);
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
            if (status == OperationStatus.Done) Good++;
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
            Good += CountLeadBytes(bytes);
            return;
        }

        while (!bytes.IsEmpty)
        {
            var ascii = bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F);
            if (ascii < 0) return;
            bytes = bytes[ascii..];
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) == OperationStatus.Done) Good++;
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
}
