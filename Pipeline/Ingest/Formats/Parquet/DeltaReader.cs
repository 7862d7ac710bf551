namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Integers as differences in packed blocks (Encodings.md, "Delta Encoding"), one at a time.</summary>
internal struct DeltaReader
{
    private const int MostBlock = 1 << 20;
    private const int MostWidth = 64;
    private const int Eight = 8;

    private readonly byte[] _bytes;
    private readonly int _end;
    private readonly int _perMini;
    private readonly int _minis;
    private int _position;
    private long _left;
    private long _value;
    private long _least;
    private int _widths;
    private int _mini;
    private int _width;
    private int _leftInMini;
    private BitReader _bits;
    private bool _isFirst = true;

    public DeltaReader(byte[] bytes, int start, int length)
    {
        (_bytes, _position, _end) = (bytes, start, start + length);
        var block = Varint.Read(bytes, ref _position, _end);
        var minis = Varint.Read(bytes, ref _position, _end);
        var count = Varint.Read(bytes, ref _position, _end);
        if (block is 0 or > MostBlock || minis == 0 || minis > block || block % minis != 0 || block / minis % Eight != 0
            || count > int.MaxValue)
        {
            throw new InvalidDataException();
        }

        (_minis, _perMini, _left) = ((int)minis, (int)(block / minis), (long)count);
        _mini = _minis;
        _value = Varint.ReadZigzag(bytes, ref _position, _end);
    }

    /// <summary>Integers that are still to come, as the head claims.</summary>
    public readonly long Left => _left;

    /// <summary>Where the bytes of the integers end, once all have been read.</summary>
    public readonly int End => _position;

    public long Read()
    {
        if (_left-- <= 0) throw new InvalidDataException();
        if (_isFirst)
        {
            _isFirst = false;
            return _value;
        }

        if (_leftInMini == 0) OpenMini();
        _leftInMini--;
        return _value = unchecked(_value + _least + (long)_bits.Read(_width));
    }

    private void OpenMini()
    {
        if (_mini == _minis) OpenBlock();
        _width = _bytes[_widths + _mini++];
        if (_width > MostWidth) throw new InvalidDataException();
        // Writers may cut the last one short.
        var bytes = Math.Min(_perMini / Eight * _width, _end - _position);
        _bits = new BitReader(_bytes, _position, _position + bytes);
        _position += bytes;
        _leftInMini = _perMini;
    }

    private void OpenBlock()
    {
        _least = Varint.ReadZigzag(_bytes, ref _position, _end);
        (_widths, _mini) = (_position, 0);
        if (_minis > _end - _position) throw new InvalidDataException();
        _position += _minis;
    }
}
