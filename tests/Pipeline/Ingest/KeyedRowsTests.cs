using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>Of different rows with one key the newest counts.</summary>
[UsesAzurite]
public sealed class KeyedRowsTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,from,daily_capacity\n";
    private const string Ten = Header + "C1,meals,2025-01-01,10\n";
    private const string Twelve = Header + "C1,meals,2025-01-01,12\n";

    private static readonly DateTimeOffset Start = new(2025, 1, 1, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Ingest_KeyInTwoFiles_NewestUploadWins()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync(
            "capacity/a.csv",
            "community,service,from,daily_capacity\nC1,meals,2025-01-01,10\nC1,meals,2025-01-01,10\nC2,meals,2025-01-01,5\n");
        var older = await host.RowAsync("capacity/a.csv");
        older.GetInt64("Duplicates").ShouldBe(1);

        await host.IngestAsync("capacity/b.csv", "community,service,from,daily_capacity\nC1,meals,2025-01-01,12\n");

        var capacity = await host.Facts.ReadCapacityAsync(TestContext.Current.CancellationToken);
        capacity.Select(c => (c.Community, c.DailyCapacity)).ShouldBe([("C1", 12), ("C2", 5)]);
    }

    [Fact]
    public async Task Ingest_KeyThriceInAFile_TheLastRowCountsAlsoWhereItRepeatsTheFirst()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("capacity/a.csv", Ten + "C1,meals,2025-01-01,12\nC1,meals,2025-01-01,10\n");

        (account.Read, account.Kept, account.Duplicates).ShouldBe((3, 2, 1));
        await ShouldBeAsync(host, 10);
    }

    [Fact]
    public async Task Ingest_EarlierContentUnderANewName_IsTheNewestAgain()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("capacity/jan.csv", Ten, Start);
        await host.IngestAsync("capacity/feb.csv", Twelve, Start.AddDays(1));
        await ShouldBeAsync(host, 12);

        await host.IngestAsync("capacity/mar.csv", Ten, Start.AddDays(2));
        await ShouldBeAsync(host, 10);
        await host.IngestAsync("capacity/apr.csv", Twelve, Start.AddDays(3));
        await ShouldBeAsync(host, 12);
        await host.IngestAsync("capacity/mar.csv", Ten, Start.AddDays(4));
        await ShouldBeAsync(host, 10);
    }

    [Fact]
    public async Task Ingest_FilesInAnyOrder_TheNewestBlobsRowsCount()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("capacity/mar.csv", Ten, Start.AddDays(2));
        await host.IngestAsync("capacity/feb.csv", Twelve, Start.AddDays(1));

        await host.IngestAsync("capacity/jan.csv", Ten, Start);

        await ShouldBeAsync(host, 10);
    }

    private static async Task ShouldBeAsync(IngestHost host, double capacity) =>
        (await host.Facts.ReadCapacityAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem().DailyCapacity.ShouldBe(capacity);
}
