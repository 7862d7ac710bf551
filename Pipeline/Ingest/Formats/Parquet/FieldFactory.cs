using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>Finds what the values of a column mean.</summary>
internal static class FieldFactory
{
    private const int Thousand = 1_000;
    private const int Million = 1_000_000;
    private const int Billion = 1_000_000_000;
    private const int UuidBytes = 16;
    private const int HalfBytes = 2;

    public static ParquetField Nested(SchemaElement element, int leaf) =>
        new(element.Name, leaf, default, 0, IsOptional: true, default, 0, ParquetMessages.Nested);

    /// <exception cref="UnreadableUploadException">Its type claims what no type has.</exception>
    public static ParquetField Flat(SchemaElement element, int leaf)
    {
        var type = element.Type ?? throw new InvalidDataException();
        var length = 0;
        if (type == ParquetType.Fixed)
        {
            if (element.Length is < 0 or > ParquetLimits.FixedBytes)
                throw new UnreadableUploadException(ParquetMessages.ImpossibleLength(element.Name, element.Length));
            length = (int)element.Length;
        }

        var (kind, scale) = Meaning(element, type, length);
        if (kind == ParquetKind.Decimal) CheckDecimal(element);
        var isOptional = element.Repetition != Repetition.Required;
        return new ParquetField(element.Name, leaf, type, length, isOptional, kind, scale, UnreadableAs(element));
    }

    private static Message? UnreadableAs(SchemaElement element) => (element.Repetition, element.Logical, element.Converted) switch
    {
        (Repetition.Repeated, _, _) => ParquetMessages.Nested,
        (_, LogicalType.Other, _) or (_, _, ConvertedType.Bson) => ParquetMessages.NoText,
        (_, _, ConvertedType.Interval) => ParquetMessages.Interval,
        _ => null,
    };

    // The newer way goes before the older; what does not go with the stored type is passed over.
    private static (ParquetKind Kind, int Scale) Meaning(SchemaElement element, ParquetType type, int length) =>
        (type, element.Logical, element.Converted) switch
        {
            (ParquetType.Boolean, _, _) => (ParquetKind.Boolean, 0),
            (ParquetType.Float, _, _) => (ParquetKind.Float, 0),
            (ParquetType.Double, _, _) => (ParquetKind.Double, 0),
            (ParquetType.Int96, _, _) => (ParquetKind.SparkTimestamp, 0),
            (_, LogicalType.Decimal, _) or (_, LogicalType.None, ConvertedType.Decimal) =>
                (ParquetKind.Decimal, (int)Math.Clamp(element.Scale, int.MinValue, int.MaxValue)),
            (ParquetType.Fixed, LogicalType.Uuid, _) when length == UuidBytes => (ParquetKind.Uuid, 0),
            (ParquetType.Fixed, LogicalType.Half, _) when length == HalfBytes => (ParquetKind.Half, 0),
            (ParquetType.Fixed or ParquetType.ByteArray, LogicalType.Text, _)
                or (ParquetType.Fixed or ParquetType.ByteArray, _, ConvertedType.Utf8 or ConvertedType.Enum or ConvertedType.Json) =>
                (ParquetKind.Text, 0),
            (ParquetType.Fixed or ParquetType.ByteArray, _, _) => (ParquetKind.Bytes, 0),
            (ParquetType.Int32, LogicalType.Date, _) or (ParquetType.Int32, LogicalType.None, ConvertedType.Date) => (ParquetKind.Date, 0),
            (_, LogicalType.TimeMilliseconds, _) or (_, LogicalType.None, ConvertedType.TimeMilliseconds) => (ParquetKind.Time, Thousand),
            (_, LogicalType.TimeMicroseconds, _) or (_, LogicalType.None, ConvertedType.TimeMicroseconds) => (ParquetKind.Time, Million),
            (_, LogicalType.TimeNanoseconds, _) => (ParquetKind.Time, Billion),
            (_, LogicalType.TimestampMilliseconds, _) or (_, LogicalType.None, ConvertedType.TimestampMilliseconds) =>
                (ParquetKind.Timestamp, Thousand),
            (_, LogicalType.TimestampMicroseconds, _) or (_, LogicalType.None, ConvertedType.TimestampMicroseconds) =>
                (ParquetKind.Timestamp, Million),
            (_, LogicalType.TimestampNanoseconds, _) => (ParquetKind.Timestamp, Billion),
            (_, LogicalType.Unsigned, _) or (_, LogicalType.None, >= ConvertedType.Unsigned8 and <= ConvertedType.Unsigned64) =>
                (ParquetKind.Unsigned, 0),
            _ => (ParquetKind.Integer, 0),
        };

    private static void CheckDecimal(SchemaElement element)
    {
        if (element.Precision is >= 1 and <= ParquetLimits.DecimalDigits && element.Scale >= 0 && element.Scale <= element.Precision)
            return;
        throw new UnreadableUploadException(ParquetMessages.ImpossibleDecimal(element.Name, element.Precision, element.Scale));
    }
}
