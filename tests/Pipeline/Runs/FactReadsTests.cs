using System.Collections.Concurrent;
using System.Text;
using Azure.Core;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>How often a night opens the fact files of its account.</summary>
[UsesAzurite]
public sealed class FactReadsTests(AzuriteFixture azurite)
{
    private static readonly string[] Communities = ["C1", "C2", "C3"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Night_FilesOfAllDatasets_OpensEachFactFileOnce()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), facts: null);
        await UploadAsync(harness);
        var opened = Opened(harness);

        await harness.Nightly.StartAsync(new RunRequest(), Cancel);

        opened.ShouldBeEmpty();

        (await harness.RunAsync()).State.ShouldBe(RunState.Published);

        var files = await harness.Blobs.GetBlobContainerClient(StorageNames.FactsContainer).GetBlobsAsync(cancellationToken: Cancel)
            .Select(blob => blob.Name).Where(name => name.EndsWith(".parquet", StringComparison.Ordinal)).ToArrayAsync(Cancel);
        // Usage and feedback of two years, and a file of each other dataset.
        files.Length.ShouldBe(11);
        opened.Keys.ShouldBe(files, ignoreOrder: true);
        opened.Values.ShouldAllBe(times => times == 1);
    }

    private static ConcurrentDictionary<string, int> Opened(RunHarness harness)
    {
        var opened = new ConcurrentDictionary<string, int>();
        harness.Faults.Before = request =>
        {
            var path = Uri.UnescapeDataString(request.Uri.ToUri().AbsolutePath);
            var facts = path.IndexOf($"/{StorageNames.FactsContainer}/", StringComparison.Ordinal);
            if (request.Method == RequestMethod.Get && facts >= 0)
                opened.AddOrUpdate(path[(facts + StorageNames.FactsContainer.Length + 2)..], 1, (_, times) => times + 1);
            return Task.CompletedTask;
        };
        return opened;
    }

    private static async Task UploadAsync(RunHarness harness)
    {
        await PutAsync(
            harness, "usage", "community,service,date,visits,unmet",
            Days().SelectMany(day => Communities.Select((c, k) => $"{c},library,{day:yyyy-MM-dd},{10 + k + (int)day.DayOfWeek},1")));
        await PutAsync(
            harness, "feedback", "community,date,service,content,complaint,comment,feedback_id",
            Days().SelectMany(day => Communities.Select((c, k) =>
            $"{c},{day:yyyy-MM-dd},library,{1 + ((day.Day + k) % 5)},{(day.Day % 3 == 0 ? "yes" : "no")},"
                + $"{(k == 0 ? $"waited too long {day.Day}" : "")},{c}{day:yyyyMMdd}")));
        await PutAsync(
            harness, "capacity", "community,service,from,daily_capacity,staff,trained_staff",
            Communities.Select(c => $"{c},library,2025-01-01,15,4,3"));
        await PutAsync(harness, "population", "community,date,population,age_60_plus", Communities.Select(c => $"{c},2025-01-01,5000,900"));
        await PutAsync(
            harness, "communities", "community,name,subdistrict,district",
            Communities.Select(c => $"{c},Community {c},S,{(c == "C1" ? "East" : "West")}"));
        await PutAsync(
            harness, "services", "service,name_en,name_zh,need_class,supply_type", ["library,Library,图书馆,culture and education,basic"]);
        await PutAsync(
            harness, "participation", "community,date,participants,eligible", Communities.Select(c => $"{c},2025-12-01,120,900"));
        await PutAsync(harness, "improvements", "community,start,measure", ["C1,2025-12-10,Longer hours"]);
        await PutAsync(harness, "calendar", "date,kind", ["2025-12-25,event"]);
        foreach (var account in await harness.Get<IUploadIngestor>().SweepAsync(null, Cancel))
            (account.Status, account.Rejected).ShouldBe(
                (UploadStatus.Ingested, 0), $"{account.Blob}: {account.Message} {string.Join(';', account.Reasons.ByText().Keys)}");
    }

    private static async Task PutAsync(RunHarness harness, string dataset, string header, IEnumerable<string> rows)
    {
        var container = harness.Blobs.GetBlobContainerClient(StorageNames.UploadsContainer);
        await container.CreateIfNotExistsAsync(cancellationToken: Cancel);
        var text = string.Join('\n', rows.Prepend(header));
        await container.GetBlobClient($"{dataset}/all.csv")
            .UploadAsync(BinaryData.FromBytes(Encoding.UTF8.GetBytes(text)), overwrite: true, Cancel);
    }

    private static IEnumerable<DateOnly> Days() => Enumerable.Range(0, 80).Select(day => new DateOnly(2025, 11, 1).AddDays(day));
}
