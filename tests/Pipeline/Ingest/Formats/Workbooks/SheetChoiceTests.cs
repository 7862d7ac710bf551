using CommunityDemand.Pipeline.Ingest.Formats;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;

public sealed class SheetChoiceTests
{
    private static readonly string[] Header = ["community", "service", "date", "visits"];

    [Fact]
    public async Task Read_HiddenSheetFirst_IsLeftOutAndTold()
    {
        var read = await Reading.OfAsync(new BookMaker().Sheet("old", Table("X"), state: "veryHidden").Sheet("new", Table("Y")));

        read.Rows.ShouldBe(["Y|meals|2026-03-01|1"]);
        read.Told.ShouldContain("Hidden sheets were left out: old.");
    }

    [Fact]
    public async Task Read_SheetAMonth_AreReadTogetherByTheirNamesOfColumns()
    {
        var turned = BookMaker.Rows(["date", "visits", "community", "service"], ["2026-02-01", "2", "B", "meals"]);

        var read = await Reading.OfAsync(
            new BookMaker().Sheet("1月", Table("A")).Sheet("2月", turned).Sheet("合计", Table("T")).Sheet(
                "Notes", BookMaker.Rows(["x", "y", "z"])));

        read.Rows.ShouldBe(["A|meals|2026-03-01|1", "B|meals|2026-02-01|2"]);
        read.Told.ShouldContain("read together: 1月 and 2月.");
        read.Told.ShouldContain("sum up the others were left out: 合计.");
        read.Told.ShouldContain("Other sheets were left out: Notes.");
    }

    [Fact]
    public async Task Read_SheetsOfOneHeaderThatAreNoPeriods_TakesTheFirstAndTellsTheOthers()
    {
        var read = await Reading.OfAsync(
            new BookMaker().Sheet("Data", Table("RIGHT"), part: "worksheets/sheet2.xml").Sheet(
                "Old", Table("WRONG"), part: "worksheets/sheet1.xml"));

        read.Rows.ShouldBe(["RIGHT|meals|2026-03-01|1"]);
        read.Told.ShouldContain("left out: Old.");
    }

    [Fact]
    public async Task Read_SheetThatRepeatsAnother_IsLeftOutAndTold()
    {
        var read = await Reading.OfAsync(new BookMaker().Sheet("March", Table("A")).Sheet("March (2)", Table("A")));

        read.Rows.Count.ShouldBe(1);
        read.Told.ShouldContain("repeat another one cell by cell were left out: March (2).");
    }

    [Fact]
    public async Task Read_CoverAndChartSheets_ArePassedOver()
    {
        var read = await Reading.OfAsync(new BookMaker()
            .Sheet("Chart", "", kind: "chartsheet")
            .Sheet("Cover", BookMaker.Rows(["Service report"], ["Contact", "Desk"]))
            .Sheet("Data", Table("A")));

        read.Rows.Count.ShouldBe(1);
        read.Told.ShouldContain("Sheet 'Data' was read.");
        read.Told.ShouldContain("left out: Cover.");
    }

    [Fact]
    public async Task Read_OnlyHiddenSheets_IsRefused() =>
        (await Reading.ReasonAsync(new BookMaker().Sheet("a", Table("A"), state: "hidden").Make()))
            .ShouldStartWith("All sheets of the workbook are hidden.");

    [Theory]
    [InlineData("Old", "WRONG")]
    [InlineData("2", "WRONG")]
    [InlineData("D*", "RIGHT")]
    public async Task Read_SheetThatIsAskedFor_IsTaken(string sheet, string community)
    {
        var read = await Reading.OfAsync(
            new BookMaker().Sheet("Data", Table("RIGHT")).Sheet("Old", Table("WRONG")), new ReadingHints(Sheet: sheet));

        read.Rows.ShouldBe([$"{community}|meals|2026-03-01|1"]);
    }

    private static string Table(string community) => BookMaker.Rows(Header, [community, "meals", "2026-03-01", "1"]);
}
