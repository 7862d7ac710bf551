using System.Text;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;

public sealed class SheetTableTests
{
    private static readonly string[] Header = ["community", "service", "date", "visits"];

    [Fact]
    public async Task Read_TitleRows_AreLeftOutAndTold()
    {
        var read = await Reading.OfAsync(
            new BookMaker()
                .Sheet("S", BookMaker.Rows(["Usage of services"], ["Made by: X", "2026"], [], Header, ["A", "meals", "2026-03-01", "1"])));

        read.Rows.ShouldBe(["A|meals|2026-03-01|1"]);
        read.Told.ShouldContain("The header of sheet 'S' stands in row 4.");
    }

    [Fact]
    public async Task Read_MergedKey_IsFilledDownAndMergedFigureRefused()
    {
        var rows = BookMaker.Rows(
            Header, ["A", "meals", "2026-03-01", "7"], ["", "bath", "2026-03-01", ""], ["B", "bath", "2026-03-01", "2"]);

        var read = await Reading.OfAsync(
            new BookMaker().Sheet("S", rows, after: "<mergeCells><mergeCell ref='A2:A3'/><mergeCell ref='D2:D3'/></mergeCells>"));

        const string Fault = "!part of a merged cell, whose figure stands for several rows: split it";
        read.Rows.ShouldBe([$"A|meals|2026-03-01|{Fault}", $"A|bath|2026-03-01|{Fault}", "B|bath|2026-03-01|2"]);
        read.Told.ShouldContain("Merged cells were filled down in columns community.");
    }

    [Fact]
    public async Task Read_HeaderOfTwoRows_IsJoined()
    {
        var rows = BookMaker.Rows(
            ["community", "service", "date", "visits", ""], ["", "", "", "men", "women"], ["A", "meals", "2026-03-01", "1", "2"]);
        var merged =
            "<mergeCells><mergeCell ref='A1:A2'/><mergeCell ref='B1:B2'/><mergeCell ref='C1:C2'/><mergeCell ref='D1:E1'/></mergeCells>";

        var read = await Reading.OfAsync(new BookMaker().Sheet("S", rows, after: merged));

        read.Header.ShouldBe(["community", "service", "date", "visits men", "visits women"]);
        read.Rows.ShouldBe(["A|meals|2026-03-01|1|2"]);
    }

    [Fact]
    public async Task Read_HiddenRowsAndColumns_AreReadAndTold()
    {
        var rows = BookMaker.Rows(Header) + "<row hidden='1'><c t='inlineStr'><is><t>A</t></is></c></row>";

        var read = await Reading.OfAsync(new BookMaker().Sheet("S", rows, before: "<cols><col min='3' max='4' hidden='1'/></cols>"));

        read.Rows.ShouldBe(["A|||"]);
        read.Told.ShouldContain("1 row that a filter or a user hides was read like the others.");
        read.Told.ShouldContain("Hidden columns were read like the others: date and visits.");
    }

    [Fact]
    public async Task Read_ErrorAndFormulaWithoutResult_AreFaultsOfTheirCells()
    {
        var read = await Reading.OfAsync(
            new BookMaker()
                .Sheet("S", BookMaker.Rows(Header, ["A", "<c t='e'><v>#DIV/0!</v></c>", "<c t='b'><v>1</v></c>", "<c><f>1+1</f></c>"])));

        read.Rows.ShouldBe(
            [
                "A|!the error #DIV/0! instead of a value|true|!a formula without a saved result: open and save the workbook in a "
                    + "spreadsheet program"]);
    }

    [Fact]
    public async Task Read_CellsBesideTheTable_AreTold() =>
        (
            await Reading.OfAsync(
                new BookMaker().Sheet("S", BookMaker.Rows(Header, ["A", "meals", "2026-03-01", "1", "", "check this"])))).Told
            .ShouldContain("in columns without a header, were left out: F.");

    [Fact]
    public async Task Read_TablesOfAWebPage_TakesTheOneWithTheHeader()
    {
        const string Page = """
            <html><head><meta charset="utf-8"></head><body><table><tr><td>Menu<table>
            <tr><th>community</th><th>service</th><th>date</th><th>visits</th></tr>
            <tr><td rowspan=2>A &amp; B</td><td>meals</td><td>2026-03-01</td><td>1</td></tr>
            <tr><td>bath</td><td colspan="1">2026-03-01</td><td>2</td></tr></table></td></tr></table></body></html>
            """;

        var read = await Reading.OfAsync(Encoding.UTF8.GetBytes(Page));

        read.Rows.ShouldBe(["A & B|meals|2026-03-01|1", "A & B|bath|2026-03-01|2"]);
    }
}
