using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>A real city's files, with a mapping and no code. The figures were counted independently (see docs/uploads.md).</summary>
[UsesAzurite]
public sealed class ChicagoTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Ingest_Requests_AccountsForEveryRow()
    {
        var folder = Repository.RealData("chicago-sanitation-311");
        var cancel = TestContext.Current.CancellationToken;
        await using var host = new IngestHost(azurite);
        foreach (var placement in await host.Classifier.ClassifyAsync(folder, cancel))
        {
            placement.Problem.ShouldBeNull();
            await host.PutAsync(placement.Blob!, await File.ReadAllBytesAsync(placement.File, cancel));
        }

        var accounts = (await host.SweepAsync()).ToDictionary(account => account.Dataset);

        var usage = accounts["usage"];
        usage.Status.ShouldBe(UploadStatus.Ingested);
        usage.Read.ShouldBe(74_401);
        (usage.Kept, usage.Rejected, usage.Duplicates).ShouldBe((70_387, 7, 4_007));
        usage.Reasons.ByText().ShouldBe(
            new Dictionary<string, long>
            {
                ["community_area: no community area"] = 7,
                ["counts already"] = 374,
                ["the city marked it as a duplicate"] = 3_633,
            },
            ignoreOrder: true);
        accounts["communities"].Kept.ShouldBe(77);
        var facts = await host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, cancel).ToArrayAsync(cancel);
        facts.Sum(f => f.Visits).ShouldBe(usage.Kept);
        facts.Select(f => f.Community).Distinct().Count().ShouldBe(77);
        (await host.Facts.ReadCommunitiesAsync(cancel)).Select(c => c.District).Distinct().Count().ShouldBe(9);
    }
}
