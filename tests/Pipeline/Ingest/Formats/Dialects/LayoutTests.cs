using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Dialects;

/// <summary>The header is found wherever it stands, and what is above it is told.</summary>
public sealed class LayoutTests
{
    private const string Table = "community,service,date,visits\nC1,library,2026-03-01,5\nC2,library,2026-03-02,6\n";

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n", 0)]
    [InlineData("# Export of 2026-03-31\n# unit: persons\n", 2)]
    [InlineData("社区服务人次统计表,,,\n制表日期:2026-03-31,,,\n", 2)]
    [InlineData("Visits in March\n\nMade by the office\n\n", 2)]
    [InlineData("Report,made,2026-03-31 by A. Office,x,y\n", 1)]
    public async Task Read_LinesAboveTheHeader_AreToldAndNoRows(string above, int told)
    {
        var (content, header, rows) = await ReadContent.RowsAsync(above + Table);

        header.ShouldBe("community|service|date|visits");
        rows.Length.ShouldBe(2);
        content.Layout!.Above.ShouldBe(told);
        content.Assumptions.Select(one => one.Text()).Any(told > 0 ? one => one.Contains("above line", StringComparison.Ordinal) : _ =>
            true).ShouldBe(told > 0 || content.Assumptions.Count > 0);
    }

    [Theory]
    [InlineData("control,,fire,\nx,y,x,y\n1,2,3,4\n5,6,7,8\n", "control x|control y|fire x|fire y")]
    [InlineData(
        "Date,Place,Travel,,Total\n,,Air,Rail,\n2026-03-01,Cardiff,1,2,3\n2026-03-02,London,1,2,3\n",
        "Date|Place|Travel Air|Travel Rail|Total")]
    [InlineData("a,b,c\na,b,c\n1,2,3\n4,5,6\n", "a|b|c")]
    [InlineData("name,2023,2024,2025\nA,1,2,3\nB,4,5,6\n", "name|2023|2024|2025")]
    public async Task Read_SeveralHeaderRows_GiveOneName(string text, string expected)
    {
        var (_, header, rows) = await ReadContent.RowsAsync(text);

        header.ShouldBe(expected);
        rows.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Read_NoHeader_InventsNamesAndKeepsTheFirstRow()
    {
        var (content, header, rows) = await ReadContent.RowsAsync("2026-03-01,5,A\n2026-03-02,6,B\n2026-03-03,7,C\n");

        header.ShouldBe("column1|column2|column3");
        rows.ShouldBe(["1:2026-03-01|5|A", "2:2026-03-02|6|B", "3:2026-03-03|7|C"]);
        content.Assumptions.Select(one => one.Text())
            .ShouldContain(one => one.Contains("No line names the columns", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\ncommunity,service,date,hours\nC1,library,2026-03-01,700\n")]
    [InlineData("community,service,date,visits,hours\nC1,library,2026-03-01,7,8\n")]
    [InlineData(",,,\nName,Post,Office,Phone\nA. B.,clerk,room 3,123\n")]
    public async Task Read_SecondTableBelow_IsRejectedRowByRow(string second)
    {
        var (_, _, rows) = await ReadContent.RowsAsync(Table + second);

        rows.Length.ShouldBe(4);
        rows[2..].ShouldAllBe(row => row.Contains("second table", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_HeaderAgain_IsRejectedAndTheRowsBelowAreKept()
    {
        var (_, _, rows) = await ReadContent.RowsAsync(Table + Table);

        rows.Length.ShouldBe(5);
        rows[2].ShouldBe("4:the header line again");
        rows[4].ShouldBe("6:C2|library|2026-03-02|6");
    }

    [Theory]
    [InlineData("社区,服务,日期,工时\nC1,library,2026-03-01,700\n")]
    [InlineData("Community Code,Service Code,Day,Staff Hours\nC1,library,2026-03-01,700\n")]
    public async Task Read_SecondHeaderInOtherWords_BeginsASecondTable(string second)
    {
        var (_, _, rows) = await ReadContent.RowsAsync(Table + second);

        rows.Length.ShouldBe(4);
        rows[2..].ShouldAllBe(row => row.Contains("second table", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Read_NarrowRowAmongRowsWiderThanTheHeader_IsARow()
    {
        var wide = string.Concat(Enumerable.Range(1, 9).Select(day => $"C{day},library,open,{day},{day},7\n"));

        var (_, _, rows) = await ReadContent.RowsAsync($"community,service,state\n{wide}C1,library,shut\n");

        rows.Length.ShouldBe(10);
        rows[^1].ShouldContain("C1|library|shut");
    }

    [Fact]
    public async Task Read_WordsInsteadOfDateAndNumber_ConcernTheirRowAlone()
    {
        var (_, _, rows) = await ReadContent.RowsAsync(Table + "C3,library,holiday,closed\nC4,library,2026-03-04,8\n");

        rows[^1].ShouldBe("5:C4|library|2026-03-04|8");
    }

    [Fact]
    public async Task Read_NoteBelow_IsRejected()
    {
        var (_, _, rows) = await ReadContent.RowsAsync(Table + "\nSource: the office\n");

        rows[^1].ShouldEndWith("a note instead of a row");
    }

    [Theory]
    [InlineData("C3,,library,2026-03-03,7\n", "more values than the header's 4 columns")]
    [InlineData("C3library,2026-03-03,7\n", "fewer values than the header's 4 columns, in columns of another kind")]
    [InlineData("C3,library,2026-03-03,7,8\n", "more values than the header's 4 columns")]
    public async Task Read_DelimiterTooManyOrTooFew_IsRejected(string row, string fault)
    {
        var (_, _, rows) = await ReadContent.RowsAsync(Table + row);

        rows[^1].ShouldBe($"4:{fault}");
    }

    [Fact]
    public async Task Read_DelimiterAtTheEndOfEachRow_IsNoFault()
    {
        var (_, _, rows) = await ReadContent.RowsAsync(
            Table.Replace("5\n", "5,\n", StringComparison.Ordinal).Replace("6\n", "6,,\n", StringComparison.Ordinal));

        rows.ShouldBe(["2:C1|library|2026-03-01|5", "3:C2|library|2026-03-02|6"]);
    }
}
