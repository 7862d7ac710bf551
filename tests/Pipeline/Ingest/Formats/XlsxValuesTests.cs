using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

[UsesAzurite]
public sealed class XlsxValuesTests(AzuriteFixture azurite)
{
    private const string Formula = "a formula without a saved result: open and save the workbook in a spreadsheet program";

    private static readonly string Events = Workbook.Row(Workbook.Texts("community", "service", "date", "event_id"));
    private static readonly string Visits = Workbook.Row(Workbook.Texts("community", "service", "date", "visits", "unmet"));

    [Fact]
    public async Task Ingest_NumericIdsOf17Digits_AreToldApart()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.xlsx", Workbook.Of(Events + Event("20250307123456788") + Event("20250307123456789")));

        (account.Read, account.Kept, account.Duplicates).ShouldBe((2, 2, 0));
    }

    [Fact]
    public async Task Ingest_NumericIdThatACsvHasToo_CountsOnce()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", "community,service,date,event_id\nC1,meals,2025-03-07,1234567890123456\n");

        var account = await host.IngestAsync("usage/a.xlsx", Workbook.Of(Events + Event("1234567890123456")));

        (account.Kept, account.Duplicates).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Ingest_NumbersStoredWith17Digits_AreThoseThatWereTyped()
    {
        await using var host = new IngestHost(azurite);

        var header = Workbook.Row(Workbook.Texts("community", "service", "date", "visits", "staff_hours"));
        await host.IngestAsync("usage/a.xlsx", Workbook.Of(header + Row("<c><v>1.2E1</v></c>", "<c><v>0.10000000000000001</v></c>")));

        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-07||12|0|0.1|0|0"]);
    }

    [Fact]
    public async Task Ingest_FormulaWithoutASavedResult_RejectsTheRowAndSaysWhy()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            "usage/a.xlsx",
            Workbook.Of(
                Visits
                + Row("<c><v>5</v></c>", "<c><f>D2*2</f></c>")
                + Row("<c><v>5</v></c>", "<c><f>D3*2</f><v>10</v></c>")
                + Row("<c><v>5</v></c>", "<c t=\"str\"><f>\"\"</f><v/></c>")
                + "<row><c><f>Sheet2!A1</f></c></row>"));

        (account.Read, account.Kept, account.Rejected).ShouldBe((4, 2, 2));
        account.Reasons.ByText()
            .ShouldBe(new Dictionary<string, long> { [$"unmet: {Formula}"] = 1, [$"community: {Formula}"] = 1 }, ignoreOrder: true);
    }

    private static string Event(string id) => Workbook.Row(Workbook.Texts("C1", "meals", "2025-03-07"), $"<c><v>{id}</v></c>");

    private static string Row(string visits, string unmet) => Workbook.Row(Workbook.Texts("C1", "meals", "2025-03-07"), visits, unmet);
}
