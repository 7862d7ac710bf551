using System.Diagnostics;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Formats;

/// <summary>A small workbook can ask for much: depth, time, and rows of a hundred times its size.</summary>
[UsesAzurite]
public sealed class XlsxLimitsTests(AzuriteFixture azurite)
{
    private static readonly string Header = Workbook.Row(Workbook.Texts("community", "service", "date", "visits"));
    private static readonly string Good = Workbook.Row(Workbook.Texts("C1", "meals", "2025-03-07", "5"));

    [Fact]
    public async Task Ingest_ReadingsNestedDeep_ArePassedOver()
    {
        const int Depth = 200;
        await using var host = new IngestHost(azurite);
        var readings = string.Concat(Enumerable.Repeat("<rPh><t>x</t>", Depth)) + string.Concat(Enumerable.Repeat("</rPh>", Depth));

        var account = await host.IngestAsync("usage/a.xlsx", Workbook.Of(
            Header + "<row><c t=\"s\"><v>0</v></c>" + Workbook.Texts("meals", "2025-03-07", "5") + "</row>",
            $"<sst><si><t>社</t>{readings}<rPh/><t>区</t></si></sst>"));

        account.Message.ShouldBeNull();
        (await host.UsageAsync()).ShouldBe(["社区|meals|2025-03-07||5|0|0|0|0"]);
    }

    [Fact]
    public async Task Ingest_TextOfManyRuns_TakesNoTime()
    {
        await using var host = new IngestHost(azurite);
        var book = Workbook.Of(Header + Good, "<sst><si>" + string.Concat(Enumerable.Repeat("<t>a</t>", 500_000)) + "</si></sst>");
        var watch = Stopwatch.StartNew();

        (await host.IngestAsync("usage/a.xlsx", book)).Kept.ShouldBe(1);

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Ingest_RowThatRepeatsALongText_IsRejectedAndCutAndTheOthersKept()
    {
        await using var host = new IngestHost(azurite);
        var columns = Enumerable.Range(0, 200).Select(i => $"x{i}").ToArray();
        var header = Workbook.Row(Workbook.Texts(["community", "service", "date", "visits", .. columns]));
        var endless = Workbook.Row(
            Workbook.Texts("C1", "meals", "2025-03-07", "5"), string.Concat(columns.Select(_ => "<c t=\"s\"><v>0</v></c>")));

        var account = await host.IngestAsync(
            "usage/a.xlsx", Workbook.Of(header + endless + Good, $"<sst><si><t>{new string('y', 500_000)}</t></si></sst>"));

        (account.Read, account.Kept, account.Rejected).ShouldBe((2, 1, 1));
        account.Reasons.ByText().Keys.ShouldBe(["longer than 1,048,576 characters"]);
        (await host.QuarantineAsync("usage/a.xlsx")).Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task Ingest_HeaderThatRepeatsALongText_IsRefused()
    {
        await using var host = new IngestHost(azurite);
        var header = Workbook.Row([.. Enumerable.Repeat("<c t=\"s\"><v>0</v></c>", 200)]);

        var account = await host.IngestAsync(
            "usage/a.xlsx", Workbook.Of(header + Good, $"<sst><si><t>{new string('y', 500_000)}</t></si></sst>"));

        account.Status.ShouldBe(UploadStatus.Rejected);
        account.Message.Text().ShouldBe("The header can't be read: longer than 1,048,576 characters.");
    }
}
