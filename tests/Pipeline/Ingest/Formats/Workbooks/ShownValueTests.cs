using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;

public sealed class ShownValueTests
{
    [Theory]
    [InlineData("General", "0.10000000000000001", "0.1")]
    [InlineData("General", "0.1000000001", "0.1")]
    [InlineData("General", "46087.99999999", "46088")]
    [InlineData("General", "20250307123456789", "20250307123456789")]
    [InlineData("General", "1.23456789012E+11", "123456789012")]
    [InlineData("General", "1.10105E+17", "1.10105E+17")]
    [InlineData("0.00", "3.14159", "3.14159")]
    [InlineData("#,##0", "1234", "1234")]
    [InlineData("0%", "0.05", "5%")]
    [InlineData("0.0%", "0.0512", "5.1%")]
    [InlineData("0000", "107", "0107")]
    [InlineData("000-0000", "1234567", "123-4567")]
    [InlineData("\"C\"000", "7", "C007")]
    [InlineData("0\"人次\"", "5", "5")]
    [InlineData("0;-0;;@", "0", "0")]
    [InlineData("\"open\";\"closed\"", "1", "open")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\"", "46082", "2026-03-01")]
    [InlineData("m\"月\"d\"日\"", "46082", "2026-03-01")]
    [InlineData("m/d/yy h:mm", "46082.5", "2026-03-01 12:00:00")]
    [InlineData("yyyy-mm-dd", "46084.99999999999", "2026-03-04")]
    [InlineData("mmm-yy", "46082", "2026-03")]
    [InlineData("h:mm", "0.3541666666666667", "08:30:00")]
    [InlineData("[h]:mm", "1.5", "36:00:00")]
    [InlineData("[Red]0", "5", "5")]
    [InlineData("yyyy-mm-dd", "60", "1900-02-29")]
    [InlineData("yyyy-mm-dd", "1", "1900-01-01")]
    public void Show_NumberOfAFormat_IsWhatASpreadsheetShowsOrItsFullValue(string code, string stored, string shown) =>
        CellFormat.Of(code).Show(stored, from1904: false).ShouldBe(shown);

    [Fact]
    public void Show_DayFrom1904_IsThatDay() => CellFormat.Of("yyyy-mm-dd").Show("44620", from1904: true).ShouldBe("2026-03-01");

    [Theory]
    [InlineData("a_x000D_b", "a\rb")]
    [InlineData("_x005F_x000D_", "_x000D_")]
    [InlineData("x_xyz_", "x_xyz_")]
    public void Decode_EscapedCharacter_IsTheCharacter(string stored, string text) => ValueEscape.Decode(stored).ShouldBe(text);
}
