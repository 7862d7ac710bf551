using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class RepeatedBlockTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits\n";

    private static string March => string.Concat(Enumerable.Range(1, 20).Select(day => $"C1,library,2026-03-{day:00},{day + 10}\n"));

    [Fact]
    public async Task Ingest_BlockPastedTwice_CountsOnceAndIsTold()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + March + March);

        (account.Read, account.Kept, account.Duplicates).ShouldBe((40, 20, 20));
        account.Reasons.ByText().ShouldHaveSingleItem().ShouldBe(new("repeats a block of rows that stands in the file before", 20));
        (await host.UsageAsync())[0].ShouldBe("C1|library|2026-03-01||11|0|0|0|0");
    }

    [Fact]
    public async Task Ingest_FilePastedTwiceWithItsHeader_CountsOnce()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + March + Header + March);

        (account.Read, account.Kept, account.Rejected, account.Duplicates).ShouldBe((41, 20, 1, 20));
    }

    [Fact]
    public async Task Ingest_BlockInTheMiddleOfOthers_CountsOnce()
    {
        await using var host = new IngestHost(azurite);
        var others = string.Concat(Enumerable.Range(1, 28).Select(day => $"C2,clinic,2026-02-{day:00},{day * 3}\n"));

        var lastDays = string.Concat(March.Split('\n', StringSplitOptions.RemoveEmptyEntries)[12..].Select(line => line + "\n"));

        var account = await host.IngestAsync("usage/a.csv", Header + March + others + lastDays + "C3,clinic,2026-02-01,5\n");

        (account.Kept, account.Duplicates).ShouldBe((20 + 28 + 1, 8));
    }

    [Fact]
    public async Task Ingest_SingleEventsWithoutIds_AllCount()
    {
        await using var host = new IngestHost(azurite);
        var events = string.Concat(Enumerable.Range(0, 60).Select(i => $"C{i % 3},library,2026-03-{1 + (i / 20):00},1\n"));

        var account = await host.IngestAsync("usage/a.csv", Header + events);

        (account.Kept, account.Duplicates).ShouldBe((60, 0));
    }
}
