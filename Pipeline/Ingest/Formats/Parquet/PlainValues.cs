using System.Buffers.Binary;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Values one after another (Encodings.md, "Plain").</summary>
internal sealed class PlainValues : ParquetValues
{
    private readonly ParquetField _field;
    private readonly int _end;
    private BitReader _bits;
    private int _next;

    public PlainValues(ParquetField field, byte[] bytes, int start, int length)
    {
        (_field, Source, _next, _end) = (field, bytes, start, start + length);
        _bits = new BitReader(bytes, start, _end);
    }

    public override void Read()
    {
        switch (_field.Type)
        {
            case ParquetType.Boolean:
                Bits = (long)_bits.Read(1);
                return;
            case ParquetType.Int32 or ParquetType.Float:
                Bits = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));
                return;
            case ParquetType.Int64 or ParquetType.Double:
                Bits = BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));
                return;
            case ParquetType.ByteArray:
                _ = Take(BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int))));
                return;
            default:
                _ = Take(_field.Width);
                return;
        }
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _end - _next) throw new InvalidDataException();
        (Start, Length, _next) = (_next, count, _next + count);
        return Bytes;
    }
}
