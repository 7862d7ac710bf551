namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>
/// Numbers in the format's hybrid of runs and packed bits (Encodings.md, "RLE"), one at a time: a run takes no memory, however long it
/// claims to be.
/// </summary>
internal sealed class RunLengthReader
{
    private const int MostWidth = 32;

    private byte[] _bytes = [];
    private int _position;
    private int _end;
    private int _width;
    private ulong _repeats;
    private int _repeated;
    private ulong _packed;
    private BitReader _bits;

    public void Open(byte[] bytes, int start, int length, int width)
    {
        if (width is < 0 or > MostWidth) throw new InvalidDataException();
        (_bytes, _position, _end, _width) = (bytes, start, start + length, width);
        (_repeats, _packed) = (0, 0);
    }

    public int Read()
    {
        while (true)
        {
            if (_repeats > 0)
            {
                _repeats--;
                return _repeated;
            }

            if (_packed > 0)
            {
                _packed--;
                return (int)_bits.Read(_width);
            }

            ReadRun();
        }
    }

    private void ReadRun()
    {
        var head = Varint.Read(_bytes, ref _position, _end);
        if ((head & 1) == 0)
        {
            _repeats = head >> 1;
            _repeated = 0;
            for (var shift = 0; shift < _width; shift += 8) _repeated |= NextByte() << shift;
            return;
        }

        // Eight numbers a group; writers may cut the last one short.
        var groups = Math.Min(head >> 1, uint.MaxValue);
        var bytes = Math.Min(groups * (ulong)_width, (ulong)(_end - _position));
        _packed = groups * 8;
        _bits = new BitReader(_bytes, _position, _position + (int)bytes);
        _position += (int)bytes;
    }

    private byte NextByte() => _position < _end ? _bytes[_position++] : throw new InvalidDataException();
}
