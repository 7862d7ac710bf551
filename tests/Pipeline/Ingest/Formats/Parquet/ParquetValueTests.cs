using System.Buffers.Binary;
using System.Text;
using CommunityDemand.Benchmarks.Hostile;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Parquet;

public sealed class ParquetValueTests
{
    private const int Decimal = 5;
    private const int Date = 6;
    private const int TimestampMilliseconds = 9;
    private const int TimestampMicroseconds = 10;
    private const int Unsigned32 = 13;
    private const int Unsigned64 = 14;
    private const int Interval = 21;

    [Fact]
    public async Task Read_TextsWithoutTheMark_AreUtf8() =>
        (await ReadAsync(new ForgedColumn("a", ForgedColumn.Text, Page(2, ForgedPage.Texts("河滨", "b"))), 2)).ShouldBe(["河滨", "b"]);

    [Fact]
    public async Task Read_BytesThatAreNoText_AreAFaultOfTheirCell() =>
        (await ReadAsync(new ForgedColumn("a", ForgedColumn.Text, Page(2, [1, 0, 0, 0, 0xFF, 1, 0, 0, 0, (byte)'b'])), 2))
            .ShouldBe(["[bytes that are no text]", "b"]);

    [Theory]
    [InlineData(null, "[bytes that are no text]")]
    [InlineData(0, "a\u0001b")]
    public async Task Read_ControlCharacters_AreNoTextUnlessTheColumnSaysSo(int? converted, string text) =>
        (await ReadAsync(
            new ForgedColumn("a", ForgedColumn.Text, Page(2, ForgedPage.Texts("a\u0001b", "a\tb"))) { Converted = converted }, 2))
            .ShouldBe([text, "a\tb"]);

    [Fact]
    public async Task Read_TextThatIsMarkedAndIsNone_IsAFaultOfItsCell() =>
        (await ReadAsync(
            new ForgedColumn("a", ForgedColumn.Text, Page(2, [1, 0, 0, 0, 0xFF, 1, 0, 0, 0, (byte)'b'])) { Converted = 0 }, 2))
            .ShouldBe(["[text that is not UTF-8]", "b"]);

    [Theory]
    [InlineData(13)]
    [InlineData(17)]
    [InlineData(18)]
    public async Task Read_DocumentsOrShapes_AreRefusedByName(int logical)
    {
        var column = new ForgedColumn("shape", ForgedColumn.Text, Page(1, ForgedPage.Texts("x")))
        {
            Extra = element => element.In(10, type => type.In(logical, _ => { })),
        };

        (await Rows.ReasonAsync("x.parquet", new ForgedParquet(1, column).ToArray()))
            .ShouldBe("Column 'shape' holds documents or shapes on a map, which are not read. Write them as texts or numbers.");
    }

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(-int.MaxValue)]
    [InlineData(int.MinValue)]
    [InlineData(2_932_897)]
    [InlineData(-719_163)]
    public async Task Read_DateOutsideTheCalendar_IsAFaultOfItsCell(int days) =>
        (await ReadAsync(new ForgedColumn("a", ForgedColumn.Int32, Page(2, ForgedPage.Integers(days, 20_000))) { Converted = Date }, 2))
            .ShouldBe(["[infinite, or outside the years 1 to 9999]", "2024-10-04"]);

    [Theory]
    [InlineData(TimestampMilliseconds, 1_741_336_200_000, "2025-03-07T08:30:00")]
    [InlineData(TimestampMilliseconds, -1, "1969-12-31T23:59:59.999")]
    [InlineData(TimestampMicroseconds, 1_741_336_200_000_001, "2025-03-07T08:30:00.000001")]
    [InlineData(TimestampMicroseconds, long.MaxValue, "[infinite, or outside the years 1 to 9999]")]
    [InlineData(TimestampMilliseconds, long.MinValue, "[infinite, or outside the years 1 to 9999]")]
    [InlineData(TimestampMilliseconds, 253_402_300_800_000, "[infinite, or outside the years 1 to 9999]")]
    [InlineData(Unsigned64, -1, "18446744073709551615")]
    [InlineData(null, -1, "-1")]
    public async Task Read_LongInteger_IsReadAsItsTypeSays(int? converted, long value, string text) =>
        (await ReadAsync(new ForgedColumn("a", ForgedColumn.Int64, Page(1, Long(value))) { Converted = converted }, 1)).ShouldBe([text]);

    [Theory]
    [InlineData(1, "2025-03-07T08:30:00", 1_741_336_200_000)]
    [InlineData(2, "2025-03-07T08:30:00.5", 1_741_336_200_500_000)]
    [InlineData(3, "2025-03-07T08:30:00.000000001", 1_741_336_200_000_000_001)]
    public async Task Read_TimestampOfAnyUnit_IsTheSameTime(int unit, string text, long value)
    {
        var column = new ForgedColumn("a", ForgedColumn.Int64, Page(1, Long(value)))
        {
            Extra = element => element.In(
                10, logical => logical.In(8, timestamp => timestamp.Field(1, ThriftWriter.True).In(2, units => units.In(unit, _ => { })))),
        };

        (await ReadAsync(column, 1)).ShouldBe([text]);
    }

    [Fact]
    public async Task Read_UnsignedInteger_IsNotNegative() =>
        (await ReadAsync(new ForgedColumn("a", ForgedColumn.Int32, Page(1, ForgedPage.Integers(-1))) { Converted = Unsigned32 }, 1))
            .ShouldBe(["4294967295"]);

    [Theory]
    [InlineData(1234, 2, "12.34")]
    [InlineData(-5, 3, "-0.005")]
    [InlineData(7, 0, "7")]
    [InlineData(0, 2, "0.00")]
    [InlineData(int.MinValue, 9, "-2.147483648")]
    public async Task Read_Decimal_HasItsPoint(int value, int scale, string text)
    {
        ForgedColumn Column(int type, byte[] body) => new("a", type, Page(1, body)) { Converted = Decimal, Scale = scale, Precision = 10 };
        var big = new byte[16];
        BinaryPrimitives.WriteInt128BigEndian(big, value);

        (await ReadAsync(Column(ForgedColumn.Int32, ForgedPage.Integers(value)), 1)).ShouldBe([text]);
        (await ReadAsync(Column(ForgedColumn.Int64, Long(value)), 1)).ShouldBe([text]);
        (await ReadAsync(Column(ForgedColumn.Fixed, big) with { Length = 16 }, 1)).ShouldBe([text]);
        (await ReadAsync(Column(ForgedColumn.Text, [16, 0, 0, 0, .. big]), 1)).ShouldBe([text]);
    }

    [Fact]
    public async Task Read_NestedColumnBesideFlatOnes_IsPassedOver()
    {
        var file = ForgedParquet.Usage(1) with { Schema = (Group, 1, 1) };

        (await Rows.ReadAsync("x.parquet", file.ToArray())).ShouldBe(["F1|meals|2024-10-04|1|"]);

        static void Group(ThriftWriter thrift) => thrift.Body(group => group.Int(3, 0).Text(4, "nested").Int(5, 0));
    }

    [Fact]
    public async Task Read_ColumnOfNoKindThatIsRead_IsRefusedByName() =>
        (
            await Rows.ReasonAsync(
                "x.parquet",
                new ForgedParquet(
                    1, new ForgedColumn("span", ForgedColumn.Fixed, Page(1, new byte[12])) { Length = 12, Converted = Interval })
                    .ToArray()))
            .ShouldBe("Column 'span' holds intervals, which are not read. Write them as numbers.");

    [Fact]
    public async Task Read_TextLongerThanARow_IsAFaultOfItsCell() =>
        (await ReadAsync(new ForgedColumn("a", ForgedColumn.Text, Page(1, ForgedPage.Texts(new string('x', 1_100_000)))), 1))
            .ShouldBe(["[longer than 1,048,576 characters]"]);

    private static Task<string[]> ReadAsync(ForgedColumn column, int rows) =>
        Rows.ReadAsync("x.parquet", new ForgedParquet(rows, column).ToArray());

    private static byte[] Page(int values, byte[] body) => ForgedParquet.Page(values, body);

    private static byte[] Long(long value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
