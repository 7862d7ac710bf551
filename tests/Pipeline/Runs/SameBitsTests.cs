using System.Security.Cryptography;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>The same seed, the same data, the same nights: the same bits, in another storage too.</summary>
[UsesAzurite]
public sealed class SameBitsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task TwoNights_InTwoStorages_AreTheSameBitForBit()
    {
        var (one, other) = (await TwoNightsAsync(), await TwoNightsAsync());

        one.Count.ShouldBeGreaterThan(500);
        other.ShouldBe(one);
    }

    // Every row of the last run, and digests of its forecast file and of all models.
    private async Task<IReadOnlyList<string>> TwoNightsAsync()
    {
        var city = TinyCity.Noisy(98);
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:Engine:Boosting", "true"), ("Run:Engine:Trees", "20"));
        await harness.RunAsync();
        city.AddNoisyDay(city.LastDay.AddDays(1));
        city.Version++;
        var run = await harness.RunAsync();
        run.State.ShouldBe(RunState.Published, run.Message?.ToString());

        var state = new List<string>();
        foreach (var table in PublicTables.All.Where(table => table.IsPerRun).SelectMany(table => table.Physical))
            state.AddRange((await harness.RowsAsync(table, run.Id)).Select(row => $"{table} {row.Key} {row.Value}"));
        foreach (var container in (string[])["models", "forecasts"])
        {
            await foreach (var blob in harness.Blobs.GetBlobContainerClient(container)
                .GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
            {
                // A card tells of the night's clock as well.
                if (!blob.Name.EndsWith("card.json", StringComparison.Ordinal))
                    state.Add($"{container}/{blob.Name} {await DigestAsync(harness, container, blob.Name)}");
            }
        }

        return state;
    }

    private static async Task<string> DigestAsync(RunHarness harness, string container, string name)
    {
        var content = await harness.Blobs.GetBlobContainerClient(container).GetBlobClient(name)
            .DownloadContentAsync(TestContext.Current.CancellationToken);
        return Convert.ToHexStringLower(SHA256.HashData(content.Value.Content));
    }
}
