using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>An element of the footer's schema: a column, or a group of columns.</summary>
internal sealed class SchemaElement
{
    public ParquetType? Type { get; private set; }

    public long Length { get; private set; }

    public Repetition Repetition { get; private set; }

    public string Name { get; private set; } = "";

    public long Children { get; private set; }

    /// <summary>The older of the two ways to say what values mean; null where nothing is said.</summary>
    public ConvertedType? Converted { get; private set; }

    public LogicalType Logical { get; private set; }

    public long Scale { get; private set; }

    public long Precision { get; private set; }

    public static SchemaElement Read(ref ThriftReader thrift)
    {
        var element = new SchemaElement();
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            switch (id)
            {
                case 1: element.Type = (ParquetType)thrift.ReadInteger(type); break;
                case 2: element.Length = thrift.ReadInteger(type); break;
                case 3: element.Repetition = (Repetition)thrift.ReadInteger(type); break;
                case 4: element.Name = Encoding.UTF8.GetString(thrift.ReadBinary(type)); break;
                case 5: element.Children = thrift.ReadInteger(type); break;
                case 6: element.Converted = (ConvertedType)thrift.ReadInteger(type); break;
                case 7: element.Scale = thrift.ReadInteger(type); break;
                case 8: element.Precision = thrift.ReadInteger(type); break;
                case 10: element.ReadLogical(ref thrift, type); break;
                default: thrift.Skip(type); break;
            }
        }

        return element.Type is null || Enum.IsDefined(element.Type.Value) ? element : throw new InvalidDataException();
    }

    private void ReadLogical(ref ThriftReader thrift, ThriftType union)
    {
        ThriftReader.Expect(union, ThriftType.Struct);
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            ThriftReader.Expect(type, ThriftType.Struct);
            var kind = id;
            var unit = 0;
            var field = 0;
            while (thrift.ReadField(ref field, out var fieldType))
            {
                switch (kind, field)
                {
                    case (5, 1): Scale = thrift.ReadInteger(fieldType); break;
                    case (5, 2): Precision = thrift.ReadInteger(fieldType); break;
                    case (7 or 8, 2): unit = ReadUnit(ref thrift, fieldType); break;
                    case (10, 2): unit = fieldType == ThriftType.True ? 1 : 0; break;
                    default: thrift.Skip(fieldType); break;
                }
            }

            Logical = kind switch
            {
                1 or 4 or 12 => LogicalType.Text,
                5 => LogicalType.Decimal,
                6 => LogicalType.Date,
                7 => LogicalType.TimeMilliseconds + unit,
                8 => LogicalType.TimestampMilliseconds + unit,
                10 => unit == 1 ? LogicalType.Signed : LogicalType.Unsigned,
                14 => LogicalType.Uuid,
                15 => LogicalType.Half,
                // BSON, VARIANT, GEOMETRY and GEOGRAPHY.
                13 or 16 or 17 or 18 => LogicalType.Other,
                _ => Logical,
            };
        }
    }

    // 0, 1, 2: thousandths, millionths, thousand millionths of a second.
    private static int ReadUnit(ref ThriftReader thrift, ThriftType union)
    {
        ThriftReader.Expect(union, ThriftType.Struct);
        var unit = 0;
        var id = 0;
        while (thrift.ReadField(ref id, out var type))
        {
            unit = id is >= 1 and <= 3 ? id - 1 : throw new InvalidDataException();
            thrift.Skip(type);
        }

        return unit;
    }
}
