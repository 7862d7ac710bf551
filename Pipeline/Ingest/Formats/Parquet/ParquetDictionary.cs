using System.Buffers.Binary;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>The values that the pages of a column number.</summary>
internal sealed class ParquetDictionary
{
    private readonly ParquetField _field;
    private readonly int[] _starts;

    private ParquetDictionary(ParquetField field, byte[] bytes, int[] starts, int count) =>
        (_field, Bytes, _starts, Count) = (field, bytes, starts, count);

    public byte[] Bytes { get; }

    public int Count { get; }

    /// <summary>Bytes that are held beside those of the page.</summary>
    public long IndexBytes => (long)_starts.Length * sizeof(int);

    /// <summary>Takes the page of a dictionary, which is held as it is.</summary>
    /// <param name="bytes">An array that is the dictionary's from now on.</param>
    public static ParquetDictionary Read(ParquetField field, byte[] bytes, int length, long count)
    {
        var least = field.Type == ParquetType.ByteArray ? sizeof(int) : field.Width;
        if (least == 0 ? field.Type != ParquetType.Fixed || count > 1 : count > length / least) throw new InvalidDataException();
        if (field.Type != ParquetType.ByteArray) return new ParquetDictionary(field, bytes, [], (int)count);
        var starts = new int[count];
        var values = new PlainValues(field, bytes, 0, length);
        for (var i = 0; i < starts.Length; i++)
        {
            values.Read();
            starts[i] = values.Start;
        }

        return new ParquetDictionary(field, bytes, starts, starts.Length);
    }

    /// <summary>A value of up to 64 bits, extended by its sign.</summary>
    public long BitsOf(int index) => _field.Width switch
    {
        sizeof(int) when _field.Type != ParquetType.Fixed => BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(index * sizeof(int))),
        sizeof(long) when _field.Type != ParquetType.Fixed => BinaryPrimitives.ReadInt64LittleEndian(Bytes.AsSpan(index * sizeof(long))),
        _ => 0,
    };

    /// <summary>Where a value lies in <see cref="Bytes"/>.</summary>
    public (int Start, int Length) PlaceOf(int index) => _starts.Length > 0
        ? (_starts[index], BinaryPrimitives.ReadInt32LittleEndian(Bytes.AsSpan(_starts[index] - sizeof(int))))
        : (index * _field.Width, _field.Width);
}
