namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Integers of seven bits a byte, the lowest first (ULEB128).</summary>
internal static class Varint
{
    private const int MostBytes = 10;

    public static ulong Read(byte[] bytes, ref int position, int end)
    {
        ulong value = 0;
        for (var i = 0; i < MostBytes && position < end; i++)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80) return value;
        }

        throw new InvalidDataException();
    }

    /// <summary>A signed one: 0, -1, 1, -2 and so on.</summary>
    public static long ReadZigzag(byte[] bytes, ref int position, int end)
    {
        var value = Read(bytes, ref position, end);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
