using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>A column of a Parquet file's top level.</summary>
/// <param name="Name">As the schema has it.</param>
/// <param name="Leaf">Its place among the stored columns; that of its first stored column where it is nested.</param>
/// <param name="Type">How its values are stored.</param>
/// <param name="Length">Bytes of a value of fixed length.</param>
/// <param name="IsOptional">Whether a row may have no value.</param>
/// <param name="Kind">What its values mean.</param>
/// <param name="Scale">Digits after the point of a decimal; units a second of a time.</param>
/// <param name="Unreadable">Why it can't be read, or null; follows the name in a sentence.</param>
internal sealed record ParquetField(
    string Name, int Leaf, ParquetType Type, int Length, bool IsOptional, ParquetKind Kind, int Scale, Message? Unreadable)
{
    /// <summary>Bytes of a stored value; 0 where they vary, or are less than one.</summary>
    public int Width => Type switch
    {
        ParquetType.Int32 or ParquetType.Float => 4,
        ParquetType.Int64 or ParquetType.Double => 8,
        ParquetType.Int96 => 12,
        ParquetType.Fixed => Length,
        _ => 0,
    };
}
