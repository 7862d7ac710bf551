using Azure.Data.Tables;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Kills;

[UsesAzurite]
[Slow(150)]
public sealed class KillTests(AzuriteFixture azurite, ITestOutputHelper log)
{
    private const int Seed = 20251;
    private const int Batches = 5;
    private const int BatchKills = 2;
    private const int RunKills = 10;
    private const int OtherRuns = 7;
    private const int MostAttempts = 30;

    private static readonly DateOnly LastDay = new SampleCityOptions().End;

    [Fact]
    public async Task Host_KilledTwentyTimesWhileIngestingAndPublishing_EndsWhereAnUndisturbedOneDoes()
    {
        var cancel = TestContext.Current.CancellationToken;
        var root = Directory.CreateTempSubdirectory("kills-");
        try
        {
            var batches = await MakeBatchesAsync(root, cancel);
            var (calm, stormy) = (azurite.NewAccount(), azurite.NewAccount());
            var (ingest, run) = await UndisturbedAsync(calm, batches, cancel);
            log.WriteLine(
                $"undisturbed: ingest {ingest.Sum(batch => batch.TotalSeconds):0.00} s, run {run.TotalSeconds:0.00} s; seed {Seed}");

            var random = new Random(Seed);
            var kills = await KillIngestAsync(stormy, batches, ingest, random, cancel);
            kills += await KillRunAsync(stormy, run, random, cancel);
            kills.ShouldBe((Batches * BatchKills) + RunKills);

            var (expected, actual) = (await AccountState.ReadAsync(calm, cancel), await AccountState.ReadAsync(stormy, cancel));
            actual.Count.ShouldBe(expected.Count);
            actual.Except(expected).Take(5).ShouldBeEmpty();
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    // In the order of their names, which is the order of a sweep: so both accounts meet duplicates in the same order.
    private static async Task<string[]> MakeBatchesAsync(DirectoryInfo root, CancellationToken cancel)
    {
        var options = new SampleCityOptions { Communities = 4, Services = 3, Years = 1 };
        var city = Path.Combine(root.FullName, "city");
        var manifest = await SampleCityGenerator.WriteAsync(options, city, null, cancel);
        var drop = manifest.Drops[0];
        var files = drop.Files.Order(StringComparer.Ordinal).ToArray();
        var batches = new string[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            batches[batch] = Path.Combine(root.FullName, $"batch-{batch}");
            foreach (var file in files[(files.Length * batch / Batches)..(files.Length * (batch + 1) / Batches)])
            {
                var target = Path.Combine(batches[batch], file);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                File.Copy(Path.Combine(city, drop.Folder, file), target);
            }
        }

        return batches;
    }

    private static async Task<(List<TimeSpan> Ingest, TimeSpan Run)> UndisturbedAsync(
        string account, string[] batches, CancellationToken cancel)
    {
        var ingest = new List<TimeSpan>();
        foreach (var batch in batches)
        {
            using var child = ChildProcess.Start("Ingesting", "ingest", batch, "--storage", account);
            ingest.Add(await child.FinishAsync(cancel));
        }

        using var run = ChildProcess.Start("Forecasting", "run", "--storage", account);
        return (ingest, await run.FinishAsync(cancel));
    }

    private async Task<int> KillIngestAsync(string account, string[] batches, List<TimeSpan> usual, Random random, CancellationToken cancel)
    {
        var kills = 0;
        for (var batch = 0; batch < batches.Length; batch++)
        {
            var killed = 0;
            for (var attempt = 0; attempt < MostAttempts && killed < BatchKills; attempt++)
            {
                // Its last part prints and shuts down. One that ended before its kill left nothing to do: draw again, and sooner.
                var delay = usual[batch] * 0.7 * random.NextDouble() / (attempt - killed + 1);
                using var child = ChildProcess.Start("Ingesting", "ingest", batches[batch], "--storage", account);
                var isKilled = await child.KillAsync(delay, cancel);
                log.WriteLine($"batch {batch}: {(isKilled ? "killed" : "done before the kill")} after {delay.TotalSeconds:0.000} s");
                killed += isKilled ? 1 : 0;
            }

            kills += killed;
            // The next start finishes the work.
            using var restart = ChildProcess.Start("Ingesting", "ingest", batches[batch], "--storage", account);
            await restart.FinishAsync(cancel);
        }

        return kills;
    }

    // A run killed while it publishes holds its claim for a while, so most kills meet a run of their own; the last ones meet the run that
    // counts.
    private async Task<int> KillRunAsync(string account, TimeSpan usual, Random random, CancellationToken cancel)
    {
        var kills = 0;
        for (var attempt = 0; attempt < MostAttempts && kills < RunKills; attempt++)
        {
            string[] origin = kills < OtherRuns ? ["--origin", $"{LastDay.AddDays(kills - OtherRuns):yyyy-MM-dd}"] : [];
            var delay = usual * 0.9 * random.NextDouble();
            using var child = ChildProcess.Start("Forecasting", ["run", "--force", "--storage", account, .. origin]);
            var killed = await child.KillAsync(delay, cancel);
            log.WriteLine(
                $"run {string.Join(' ', origin)}: {(killed ? "killed" : "done before the kill")} after {delay.TotalSeconds:0.000} s, "
                    + $"{await StateAsync(account, cancel)}");
            kills += killed ? 1 : 0;
        }

        using var restart = ChildProcess.Start("Forecasting", "run", "--storage", account);
        await restart.FinishAsync(cancel);
        return kills;
    }

    // Of the run that was registered last.
    private static async Task<string> StateAsync(string account, CancellationToken cancel)
    {
        var runs = new TableClient(account, StorageNames.RunsTable);
        return await runs.QueryAsync<TableEntity>("PartitionKey eq 'run'", cancellationToken: cancel)
            .OrderByDescending(run => run.GetDateTimeOffset("QueuedAt"))
            .Select(run => run.GetString("State"))
            .FirstOrDefaultAsync(cancel) ?? "not registered";
    }
}
