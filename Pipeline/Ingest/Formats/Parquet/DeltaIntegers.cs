namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Integers as differences.</summary>
internal sealed class DeltaIntegers(ParquetField field, byte[] bytes, int start, int length) : ParquetValues
{
    private DeltaReader _integers = new(bytes, start, length);

    public override void Read()
    {
        var value = _integers.Read();
        // Differences of 32 bits wrap around.
        Bits = field.Type == ParquetType.Int32 ? unchecked((int)value) : value;
    }
}
