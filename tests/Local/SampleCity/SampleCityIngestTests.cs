using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Pipeline.Ingest;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>A dirty city through the real ingest: its accounts and its facts are those that the city's truth foretells.</summary>
[UsesAzurite]
public sealed class SampleCityIngestTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly SampleCityOptions Options = new() { Communities = 18, Services = 5, Years = 3, Dirty = 0.05 };

    private readonly string _folder = Directory.CreateTempSubdirectory("sample-ingest-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Ingest_DirtyCity_GivesTheAccountsAndFactsOfTheTruth()
    {
        var manifest = await SampleCityGenerator.WriteAsync(Options, _folder, progress: null, TestContext.Current.CancellationToken);
        await using var host = new IngestHost(azurite);
        var accounts = new Dictionary<(string Drop, string Path), UploadAccount>();
        foreach (var drop in manifest.Drops)
        {
            foreach (var file in drop.Files) await host.PutAsync(
                file, await File.ReadAllBytesAsync(Path.Combine(_folder, drop.Folder, file), TestContext.Current.CancellationToken));
            foreach (var account in (await host.SweepAsync()).Where(a => a.Changed)) accounts.Add((drop.Folder, account.Blob), account);
        }

        var expected = await UploadedRows.ReadAsync(Path.Combine(_folder, "truth", "accounts.csv"));
        string.Join('\n', expected.Select(e => Differs(e, accounts[(e["drop"], e["path"])])).Where(d => d is not null)).ShouldBeEmpty();
        accounts.Count.ShouldBe(expected.Count);
        await FactsAreTheTruthAsync(host);
    }

    private static string? Differs(Dictionary<string, string> expected, UploadAccount account)
    {
        var truth = $"{expected["status"]} {expected["kept"]} {expected["rejected"]} {expected["duplicates"]}";
        var found = $"{account.Status} {account.Kept} {account.Rejected} {account.Duplicates}";
        // Of a file that does not count as a whole, the status is what matters.
        return found == truth || (account.Status != UploadStatus.Ingested && $"{account.Status}" == expected["status"])
            ? null
            : $"{account.Blob}: expected {truth}, found {found}: {account.Message} {string.Join("; ", account.Reasons)}";
    }

    private async Task FactsAreTheTruthAsync(IngestHost host)
    {
        var found = new Dictionary<(string, string, string), (double Visits, double Unmet)>();
        await foreach (var fact in host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, TestContext.Current.CancellationToken))
        {
            var key = (fact.Community, fact.Service, fact.Date.ToString("yyyy-MM-dd"));
            var (visits, unmet) = found.GetValueOrDefault(key);
            found[key] = (visits + fact.Visits, unmet + fact.Unmet);
        }

        var truth = (await UploadedRows.ReadAsync(Path.Combine(_folder, "truth", "demand.parquet")))
            .Where(r => r["wanted"] != "0" && string.CompareOrdinal(r["date"], $"{Options.End:yyyy-MM-dd}") <= 0)
            .ToDictionary(
                r => (r["community"], r["service"], r["date"]),
                r =>
                    (SampleCityFixture.Number(r["served"]), SampleCityFixture.Number(r["wanted"]) - SampleCityFixture.Number(r["served"])));
        var described = found.Where(f => truth.ContainsKey(f.Key)).ToDictionary();
        described.Count.ShouldBe(truth.Count);
        described.Where(f => !truth[f.Key].Equals(f.Value)).ShouldBeEmpty();
        // What is over names the first community by its name: five days, one visit each.
        found.Where(f => !truth.ContainsKey(f.Key)).Sum(f => f.Value.Visits).ShouldBe(5);
    }
}
