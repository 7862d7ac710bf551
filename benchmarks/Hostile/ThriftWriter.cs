using System.Buffers;

namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Writes the compact protocol of Apache Thrift, sense or nonsense.</summary>
internal sealed class ThriftWriter
{
    public const byte True = 1;
    public const byte I32 = 5;
    public const byte I64 = 6;
    public const byte Binary = 8;
    public const byte List = 9;
    public const byte Struct = 12;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    public byte[] ToArray() => _bytes.WrittenSpan.ToArray();

    public ThriftWriter Raw(params ReadOnlySpan<byte> bytes)
    {
        _bytes.Write(bytes);
        return this;
    }

    public ThriftWriter Field(int id, byte type) => Raw(type).Zigzag(id);

    public ThriftWriter Int(int id, long value) => Field(id, value is >= int.MinValue and <= int.MaxValue ? I32 : I64).Zigzag(value);

    public ThriftWriter Text(int id, string value) => Field(id, Binary).Text(value);

    public ThriftWriter Text(string value)
    {
        var utf8 = System.Text.Encoding.UTF8.GetBytes(value);
        return Varint((ulong)utf8.Length).Raw(utf8);
    }

    /// <summary>A field with a list of so many elements, whether or not they follow.</summary>
    public ThriftWriter ListOf(int id, byte element, long count) => Field(id, List).Raw((byte)(0xF0 | element)).Varint((ulong)count);

    public ThriftWriter In(int id, Action<ThriftWriter> fields)
    {
        Field(id, Struct);
        return Body(fields);
    }

    public ThriftWriter Body(Action<ThriftWriter> fields)
    {
        fields(this);
        return Raw(0);
    }

    /// <summary>A field with lists inside one another, each the one element of the one around it.</summary>
    public ThriftWriter DeepList(int id, int depth)
    {
        Field(id, List);
        var level = new byte[depth];
        Array.Fill(level, (byte)(0x10 | List));
        return Raw(level).Raw(0x10 | True, 1);
    }

    /// <summary>A field with structs inside one another.</summary>
    public ThriftWriter DeepStruct(int id, int depth)
    {
        Field(id, Struct);
        var level = new byte[depth];
        Array.Fill(level, (byte)(0x10 | Struct));
        return Raw(level).Raw(new byte[depth + 1]);
    }

    private ThriftWriter Zigzag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    private ThriftWriter Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) Raw((byte)(value | 0x80));
        return Raw((byte)value);
    }
}
