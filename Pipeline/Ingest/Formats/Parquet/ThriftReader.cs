namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>
/// A forward reader of the compact protocol of Apache Thrift (thrift-compact-protocol.md). Nothing is read by recursion, nothing is
/// allocated by a claim, and every element takes at least a byte, so that time and memory follow the bytes that are there.
/// </summary>
/// <remarks>
/// Throws <see cref="EndOfStreamException"/> where the bytes end too early, <see cref="InvalidDataException"/> where they are malformed.
/// </remarks>
internal ref struct ThriftReader(ReadOnlySpan<byte> bytes, int position = 0)
{
    private const int MostVarintBytes = 10;
    private const int DoubleBytes = 8;
    private const int UuidBytes = 16;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes read.</summary>
    public int Position { get; private set; } = position;

    private readonly int Left => _bytes.Length - Position;

    /// <summary>Moves to the next field of a struct; false at its end.</summary>
    /// <param name="id">The field before, 0 at first; becomes the field's.</param>
    public bool ReadField(ref int id, out ThriftType type)
    {
        var head = ReadByte();
        type = (ThriftType)(head & 0xF);
        if (type == ThriftType.Stop) return false;
        var step = head >> 4;
        id = step > 0 ? id + step : (int)Math.Clamp(ReadInteger(), short.MinValue, short.MaxValue);
        return true;
    }

    /// <summary>A zigzag integer of any width.</summary>
    public long ReadInteger()
    {
        var value = ReadVarint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    /// <summary>The value of an integer field.</summary>
    public long ReadInteger(ThriftType type) => type switch
    {
        ThriftType.Byte => (sbyte)ReadByte(),
        ThriftType.Short or ThriftType.Integer or ThriftType.Long => ReadInteger(),
        _ => throw new InvalidDataException(),
    };

    public ReadOnlySpan<byte> ReadBinary(ThriftType type)
    {
        if (type != ThriftType.Binary) throw new InvalidDataException();
        var length = ReadVarint();
        return Take(length > int.MaxValue ? int.MaxValue : (int)length);
    }

    /// <summary>The number of elements of a list, each of which takes at least a byte.</summary>
    public int ReadList(ThriftType type, out ThriftType element)
    {
        if (type is not (ThriftType.List or ThriftType.Set)) throw new InvalidDataException();
        var head = ReadByte();
        element = (ThriftType)(head & 0xF);
        return Count((ulong)(head >> 4) is var few and < 15 ? few : ReadVarint());
    }

    /// <summary>The number of structs of a list.</summary>
    public int ReadStructs(ThriftType type)
    {
        var count = ReadList(type, out var element);
        return count == 0 || element == ThriftType.Struct ? count : throw new InvalidDataException();
    }

    public static void Expect(ThriftType type, ThriftType expected)
    {
        if (type != expected) throw new InvalidDataException();
    }

    /// <summary>Passes over a value.</summary>
    /// <exception cref="UnreadableUploadException">It is nested too deep.</exception>
    public void Skip(ThriftType type)
    {
        Span<Open> stack = stackalloc Open[ParquetLimits.Depth];
        var depth = 0;
        Enter(type, isElement: false, stack, ref depth);
        while (depth > 0)
        {
            ref var top = ref stack[depth - 1];
            if (top.Type == ThriftType.Struct)
            {
                var id = 0;
                if (ReadField(ref id, out var field)) Enter(field, isElement: false, stack, ref depth);
                else depth--;
            }
            else if (top.Left-- == 0)
            {
                depth--;
            }
            else
            {
                (top.Next, top.Other) = (top.Other, top.Next);
                Enter(top.Other, isElement: true, stack, ref depth);
            }
        }
    }

    private void Enter(ThriftType type, bool isElement, scoped Span<Open> stack, scoped ref int depth)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False: _ = Take(isElement ? 1 : 0); return;
            case ThriftType.Byte: _ = ReadByte(); return;
            case ThriftType.Short or ThriftType.Integer or ThriftType.Long: _ = ReadVarint(); return;
            case ThriftType.Double: _ = Take(DoubleBytes); return;
            case ThriftType.Uuid: _ = Take(UuidBytes); return;
            case ThriftType.Binary: _ = ReadBinary(type); return;
        }

        if (depth == stack.Length) throw new UnreadableUploadException(ParquetMessages.TooDeep());
        stack[depth++] = type switch
        {
            ThriftType.Struct => new Open { Type = type },
            ThriftType.List or ThriftType.Set => ReadElements(type),
            ThriftType.Map => ReadPairs(),
            _ => throw new InvalidDataException(),
        };
    }

    private Open ReadElements(ThriftType type)
    {
        var count = ReadList(type, out var element);
        return new Open { Type = type, Left = count, Next = element, Other = element };
    }

    private Open ReadPairs()
    {
        var count = Count(ReadVarint());
        if (count == 0) return new Open { Type = ThriftType.Map };
        var types = ReadByte();
        return new Open { Type = ThriftType.Map, Left = 2L * count, Next = (ThriftType)(types >> 4), Other = (ThriftType)(types & 0xF) };
    }

    private readonly int Count(ulong claimed) => claimed <= (ulong)Left ? (int)claimed : throw new EndOfStreamException();

    private ulong ReadVarint()
    {
        ulong value = 0;
        for (var i = 0; i < MostVarintBytes; i++)
        {
            var next = ReadByte();
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80) return value;
        }

        throw new InvalidDataException();
    }

    private byte ReadByte() => Left > 0 ? _bytes[Position++] : throw new EndOfStreamException();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count > Left) throw new EndOfStreamException();
        Position += count;
        return _bytes.Slice(Position - count, count);
    }

    // A struct, list or map that is not at its end. Keys and values of a map take turns.
    private struct Open
    {
        public ThriftType Type;
        public ThriftType Next;
        public ThriftType Other;
        public long Left;
    }
}
