namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Values of which all first bytes stand together, then all second ones, and so on (Encodings.md, "Byte Stream Split").</summary>
internal sealed class SplitValues : ParquetValues
{
    private readonly ParquetField _field;
    private readonly byte[] _bytes;
    private readonly int _start;
    private readonly int _count;
    private int _next;

    public SplitValues(ParquetField field, byte[] bytes, int start, int length)
    {
        if (field.Width == 0 || length % field.Width != 0) throw new InvalidDataException();
        (_field, _bytes, _start, _count) = (field, bytes, start, length / field.Width);
        (Source, Length) = (new byte[field.Width], field.Width);
    }

    public override void Read()
    {
        if (_next == _count) throw new InvalidDataException();
        for (var i = 0; i < Length; i++) Source[i] = _bytes[_start + (i * _count) + _next];
        _next++;
        Bits = _field.Type switch
        {
            ParquetType.Int32 or ParquetType.Float => BitConverter.ToInt32(Source),
            ParquetType.Int64 or ParquetType.Double => BitConverter.ToInt64(Source),
            _ => 0,
        };
    }
}
