namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>The values of a page, one at a time; missing ones are not among them.</summary>
/// <remarks>Throws <see cref="InvalidDataException"/> where the page has no further value.</remarks>
internal abstract class ParquetValues
{
    /// <summary>The current value of a type of up to 64 bits; those of fewer are extended by their sign.</summary>
    public long Bits { get; protected set; }

    /// <summary>The array in which the current value of another type lies.</summary>
    public byte[] Source { get; protected set; } = [];

    public int Start { get; protected set; }

    public int Length { get; protected set; }

    public ReadOnlySpan<byte> Bytes => Source.AsSpan(Start, Length);

    public abstract void Read();
}
