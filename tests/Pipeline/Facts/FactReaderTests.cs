using Azure;
using Azure.Data.Tables;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Pipeline.Ingest;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Facts;

[UsesAzurite]
public sealed class FactReaderTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_NothingIngested_IsEmpty()
    {
        await using var host = new IngestHost(azurite);

        (await host.Facts.GetUsageSpanAsync(Cancel)).ShouldBeNull();
        (await host.UsageAsync()).ShouldBeEmpty();
        (await host.Facts.ReadCommunitiesAsync(Cancel)).ShouldBeEmpty();
        (await host.Facts.GetSnapshotAsync(Cancel)).Length.ShouldBe(64);
    }

    [Fact]
    public async Task Read_KeyedDatasets_GiveWhatWasUploaded()
    {
        await using var host = new IngestHost(azurite);
        await Put("capacity", "社区,服务,起始日期,日容量,人员,持证人员,设施,经费\nC1,meals,2025-01-01,40,5,3,2,1e10");
        await Put("population", "社区,日期,人口,60岁及以上,65岁及以上,15-35岁,残疾人,低收入,儿童,户数\nC1,2025-01-01,5000,1200,800,1100,90,80,600,1900");
        await Put("communities", "社区,名称,街道,区,市,生效日期,失效日期\nC1,桂花社区,桂花街道,东区,江城,2010-01-01,9999-12-31\nC2,新苑社区,桂花街道,东区,,,");
        await Put(
            "services",
            "service,name_en,name_zh,need_class,supply_type,elderly_sensitive,response_target_minutes\nmeals,Meals,助餐,基本生活,专业型,是,15");
        await Put("participation", "community,date,participants,channel,mode,eligible\nC1,2025-03-01,120,app,vote,900");
        await Put("improvements", "社区,开始日期,措施,服务,目标,结束日期\nC1,2025-03-01,延长开放时间,meals,0.2,2025-06-30");
        await Put("calendar", "date,kind,name,community,district\n2025-10-01,节假日,国庆,,\n2025-09-28,调休,,,\n2025-05-04,event,Fair,C1,东区");

        var capacity = (await host.Facts.ReadCapacityAsync(Cancel)).ShouldHaveSingleItem();
        capacity.ShouldBe(new("C1", "meals", new DateOnly(2025, 1, 1), 40, 5, 3, 2, 1e10));
        var population = (await host.Facts.ReadPopulationAsync(Cancel)).ShouldHaveSingleItem();
        population.ShouldBe(new("C1", new DateOnly(2025, 1, 1), 5000, 1200, 800, 1100, 90, 80, 600, 1900));
        var communities = await host.Facts.ReadCommunitiesAsync(Cancel);
        communities[0].ShouldBe(new("C1", "桂花社区", "桂花街道", "东区", "江城", new DateOnly(2010, 1, 1), DateOnly.MaxValue));
        communities[1].ShouldBe(new("C2", "新苑社区", "桂花街道", "东区", "City"));
        (await host.Facts.ReadServicesAsync(Cancel))
            .ShouldBe([new Service("meals", "Meals", "助餐", NeedClass.BasicLiving, SupplyType.Professional, true, 15)]);
        (await host.Facts.ReadParticipationAsync(Cancel)).ShouldHaveSingleItem().ShouldBe(
            new("C1", new DateOnly(2025, 3, 1), 120, "app", "vote", 900));
        (await host.Facts.ReadImprovementsAsync(Cancel)).ShouldHaveSingleItem()
            .ShouldBe(new("C1", new DateOnly(2025, 3, 1), "延长开放时间", "meals", 0.2, new DateOnly(2025, 6, 30)));
        (await host.Facts.ReadCalendarAsync(Cancel)).Select(c => (c.Date.Month, c.Kind, c.Name, c.Community, c.District))
            .ShouldBe([(5, "event", "Fair", "C1", "东区"), (9, "make_up_workday", null, null, null), (10, "holiday", "国庆", null, null)]);

        async Task Put(string dataset, string text)
        {
            var account = await host.IngestAsync($"{dataset}/x.csv", text);
            (account.Status, account.Rejected)
                .ShouldBe((UploadStatus.Ingested, 0), $"{dataset}: {account.Message} {string.Join(';', account.Reasons.ByText().Keys)}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ReadReportedDays_FilesCorrectedAndSharedOut_AreTheDaysOfUsage(bool inLedger)
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync(
            "usage/x.csv", "community,service,date,visits\nC1,a,2023-12-31,1\nC1,b,2024-02-29,0\nC2,a,2024-12-31,3\nC9,a,2024-06-01,4\n");
        await host.IngestAsync("usage/y.csv", "community,service,date,visits\nC1,a,2024-02-29,1\nC3,a,2025-01-01,2\n");
        await host.IngestAsync(
            "usage/x.csv", "community,service,date,visits\nC1,a,2023-12-31,1\nC1,b,2024-02-29,0\nC2,a,2024-12-31,3\n,a,2024-06-01,4\n");
        if (!inLedger) await ForgetDaysAsync(host);

        var (first, last) = (new DateOnly(2024, 1, 1), new DateOnly(2025, 1, 1));
        var days = await host.Facts.ReadReportedDaysAsync(first, last, Cancel).Distinct().ToArrayAsync(Cancel);

        var usage = await host.Facts.ReadUsageAsync(first, last, Cancel)
            .Select(fact => new ReportedDay(fact.Community, fact.Date)).Distinct().ToArrayAsync(Cancel);
        days.Length.ShouldBe(3);
        days.ShouldBe(usage, ignoreOrder: true);
    }

    // As it is with files that report for more communities than the ledger holds days of.
    private static async Task ForgetDaysAsync(IngestHost host)
    {
        var ledger = new TableClient(host.Connection, StorageNames.LedgerTable);
        var live = await ledger.QueryAsync<TableEntity>("PartitionKey eq 'usage' and Days gt 0", cancellationToken: Cancel)
            .ToArrayAsync(Cancel);
        live.Length.ShouldBe(2);
        foreach (var row in live)
            await ledger.UpdateEntityAsync(
                new TableEntity(row.PartitionKey, row.RowKey) { ["Days"] = 0 }, ETag.All, TableUpdateMode.Merge, Cancel);
    }

    [Fact]
    public async Task ReadUsage_PartOfTheDays_GivesThoseAlone()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync(
            "usage/x.csv", "community,service,date,visits\nC1,a,2023-12-31,1\nC1,a,2024-01-01,2\nC1,a,2024-06-01,3\nC1,a,2025-01-01,4\n");

        (await host.Facts.GetUsageSpanAsync(Cancel)).ShouldBe((new DateOnly(2023, 12, 31), new DateOnly(2025, 1, 1)));
        (await ReadAsync(new(2024, 1, 1), new(2024, 12, 31))).ShouldBe([2, 3]);
        (await ReadAsync(new(2024, 6, 2), new(2024, 12, 31))).ShouldBeEmpty();
        (await ReadAsync(new(2023, 1, 1), new(2023, 12, 31))).ShouldBe([1]);

        async Task<double[]> ReadAsync(DateOnly first, DateOnly last) =>
            await host.Facts.ReadUsageAsync(first, last, Cancel).Select(f => f.Visits).ToArrayAsync(Cancel);
    }

    [Fact]
    public async Task ReadUsage_ResponseMinutesAndStaffHours_AreSummedByDay()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync(
            "usage/x.csv",
            "community,service,date,visits,staff hours,response "
                + "minutes\nC1,a,2025-01-01,1,0.5,5\nC1,a,2025-01-01,1,1,5.5\nC1,a,2025-01-01,1,,20000\nC1,a,2025-01-01,1,,\n");

        var fact = await host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).SingleAsync(Cancel);

        (fact.Visits, fact.StaffHours, fact.Responses!.Sum, fact.Responses.Count).ShouldBe((4, 1.5, 20010.5, 3));
        (fact.Responses.Counts[0], fact.Responses.Counts[1], fact.Responses.Counts[^1]).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task GetSnapshot_SameContentInAnyOrder_IsTheSame()
    {
        await using var one = new IngestHost(azurite);
        await using var two = new IngestHost(azurite);
        const string A = "community,service,date,visits\nC1,a,2025-01-01,1\n";
        const string B = "community,service,date,visits\nC1,a,2025-01-02,1\n";
        await one.IngestAsync("usage/a.csv", A);
        var half = await one.Facts.GetSnapshotAsync(Cancel);
        await one.IngestAsync("usage/b.csv", B);
        await two.IngestAsync("usage/b.csv", B);
        await two.IngestAsync("usage/a.csv", A);

        (await one.Facts.GetSnapshotAsync(Cancel)).ShouldBe(await two.Facts.GetSnapshotAsync(Cancel));
        half.ShouldNotBe(await one.Facts.GetSnapshotAsync(Cancel));
    }

    [Fact]
    public async Task Ingest_ClosedCatalogue_RejectsUnknownServices()
    {
        await using var host = new IngestHost(azurite, ("Ingest:ClosedCatalogue", "true"));
        await host.IngestAsync("services/x.csv", "service,name_en,name_zh,need_class,supply_type\nown,Own,自有,special,digital\n");
        var builtIn = ServiceCatalogue.BuiltIn.Services[0].Code;

        var account = await host.IngestAsync(
            "usage/x.csv", $"community,service,date,visits\nC1,own,2025-01-01,1\nC1,{builtIn},2025-01-01,1\nC1,magic,2025-01-01,1\n");

        account.Kept.ShouldBe(2);
        account.Reasons.ByText().Keys.ShouldBe(["service: not in the catalogue"]);
    }

    [Fact]
    public async Task Ingest_ManyProcessesAtOnce_LosesAndDoublesNothing()
    {
        var connection = azurite.NewAccount();
        await using var first = new IngestHost(connection, null);
        for (var i = 0; i < 6; i++)
        {
            // Each shares an id with its neighbour.
            await first.PutAsync($"usage/{i}.csv", $"community,service,date,event_id\nC1,a,2025-01-01,e{i}\nC1,a,2025-01-01,e{i + 1}\n");
        }

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async i =>
        {
            await using var process = new IngestHost(connection, null);
            await process.IngestAsync($"usage/{i}.csv");
        }));

        (await first.UsageAsync()).ShouldBe(["C1|a|2025-01-01||7|0|0|0|0"]);
        (await first.SweepAsync()).ShouldBeEmpty();
    }
}
