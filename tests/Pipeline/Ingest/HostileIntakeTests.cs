using CommunityDemand.Benchmarks.Hostile;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Pipeline.Ingest.Formats;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>One intake of files made to harm, and of one that is sound.</summary>
[UsesAzurite]
public sealed class HostileIntakeTests(AzuriteFixture azurite)
{
    private const string Good = "community,service,date,visits\nC1,meals,2025-03-07,10\n";

    private static readonly string[] Names =
    [
        "footer-list-million-deep.parquet", "page-header-list-million-deep.parquet", "schema-5000-deep.parquet",
        "footer-200-lists-of-2-billion.parquet",
        "leaves-100000.parquet", "decimal-scale-2-billion.parquet", "page-claims-1.9-gb.parquet", "bomb-dictionary-gzip-150-mb.parquet",
        "column-past-the-end.parquet", "footer-longer-than-file.parquet", "cut-short.csv.gz", "deep-first-row.jsonl", "columns-50000.csv",
    ];

    [Fact]
    public async Task Sweep_HostileFilesAndASoundOne_RefusesThoseAndTakesThis()
    {
        await using var host = new IngestHost(azurite);
        foreach (var file in HostileFiles.All().Where(file => Names.Contains(file.Name)))
            await host.PutAsync($"usage/{file.Name}", file.ToArray());
        await host.PutAsync("usage/good.csv", Good);

        var accounts = await host.SweepAsync();

        accounts.Count.ShouldBe(Names.Length + 1);
        var refused = accounts.Where(account => account.Blob != "usage/good.csv").ToArray();
        refused.ShouldAllBe(account => account.Status == UploadStatus.Rejected);
        foreach (var account in refused) account.Message.Text().ShouldBePlain();
        (await host.UsageAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Ingest_DateOfInfinity_CostsThatRowAlone()
    {
        await using var host = new IngestHost(azurite);
        var file = ForgedParquet.Usage(2).With("date", column => column with
        {
            Pages = [ForgedParquet.Page(2, ForgedPage.Integers(int.MaxValue, 20_000))],
        });

        var account = await host.IngestAsync("usage/infinity.parquet", file.ToArray());

        (account.Read, account.Kept, account.Rejected).ShouldBe((2, 1, 1));
        account.Reasons.ShouldHaveSingleItem().Message.Text().ShouldBe("date: infinite, or outside the years 1 to 9999");
    }
}
