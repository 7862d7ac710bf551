using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CommunityDemand.Pipeline;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Night;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Pipeline.Runs;

/// <summary>
/// The whole flow over an account of its own, with facts in memory or those of the account, with a fast engine, a clock to shift and
/// requests to fail.
/// </summary>
internal sealed class RunHarness : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    /// <param name="facts">Facts in memory; null for those of the account.</param>
    public RunHarness(string connection, IFactReader? facts, params (string Key, string Value)[] settings)
    {
        Tables = new TableServiceClient(connection, new TableClientOptions { Transport = Faults });
        Blobs = new BlobServiceClient(connection, new BlobClientOptions { Transport = Faults });
        var queues = new QueueServiceClient(
            connection, new QueueClientOptions { Transport = Faults, MessageEncoding = QueueMessageEncoding.Base64 });
        (string Key, string Value)[] quick =
        [
            ("Storage:ConnectionString", connection),
            ("Run:Horizon", "7"),
            ("Run:Engine:Boosting", "false"),
            ("Run:Engine:BacktestOrigins", "1"),
        ];
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection(Collection(quick))
                .AddInMemoryCollection(Collection(settings))
                .Build())
            .AddSingleton<TimeProvider>(Clock)
            .AddPipeline()
            .AddSingleton(Tables)
            .AddSingleton(Blobs)
            .AddSingleton(queues);
        if (facts is not null) services.AddSingleton(facts);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The account of a run over 100 days of the noisy tiny city, published once for all tests that only read it.</summary>
    public static Task<string> PublishedAsync(AzuriteFixture azurite) =>
        azurite.SharedAccountAsync("a noisy tiny city's run", async account =>
        {
            await using var harness = new RunHarness(account, TinyCity.Noisy(100));
            (await harness.RunAsync()).State.ShouldBe(RunState.Published);
        });

    /// <summary>That account, without facts: a reader has none.</summary>
    public static async Task<RunHarness> ReaderAsync(AzuriteFixture azurite) => new(await PublishedAsync(azurite), new TinyCity());

    /// <summary>The run that readers see.</summary>
    public async Task<RunStatus> CurrentAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var pointer = await Get<RunStore>().GetPointerAsync(cancel);
        return (await Nightly.GetAsync(pointer.ShouldNotBeNull().Run, cancel)).ShouldNotBeNull();
    }

    public ShiftedClock Clock { get; } = new();

    public FaultyTransport Faults { get; } = new();

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    public INightlyForecast Nightly => Get<INightlyForecast>();

    public ITableReader Reader => Get<ITableReader>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task<RunStatus> RunAsync(RunRequest? request = null) =>
        Get<QueueWorker>().RunAsync(request ?? new RunRequest(), null, TestContext.Current.CancellationToken);

    /// <summary>Works the queue off as the Functions host does, each message once.</summary>
    public async Task DrainAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        var queue = Get<WorkQueue>().Client;
        while ((await queue.ReceiveMessageAsync(TimeSpan.FromMinutes(1), cancel)).Value is { } message)
        {
            await Nightly.ProcessAsync(WorkItem.Parse(message.MessageText), cancel);
            await queue.DeleteMessageAsync(message.MessageId, message.PopReceipt, cancel);
        }
    }

    /// <summary>Tries again and again, each time dying a few writes to storage later, until it is done.</summary>
    /// <param name="afterDeath">Looks at what the dead left; null: nothing.</param>
    /// <param name="step">Writes that each try gets further.</param>
    /// <returns>Deaths.</returns>
    public async Task<int> UntilDoneAsync(Func<Task> attempt, Func<Task>? afterDeath = null, int step = 1)
    {
        for (var n = 0; ; n++)
        {
            Faults.DieAfter(n * step);
            try
            {
                await attempt();
                return n;
            }
            catch (ProcessDiedException)
            {
                Faults.Live();
                if (afterDeath is not null) await afterDeath();

                // Long enough for the claim of the dead to lapse.
                Clock.Ahead += RunClaim.Duration * 2;
            }
            finally
            {
                Faults.Live();
            }
        }
    }

    /// <summary>All rows of a physical table that a run wrote, by key, without what differs from write to write.</summary>
    public async Task<SortedDictionary<string, string>> RowsAsync(string table, string run)
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var prefix = TableKey.Prefix(run);
        var filter = TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {TableKey.After(prefix)}");
        await foreach (var entity in Tables.GetTableClient(table).QueryAsync<TableEntity>(filter))
        {
            var columns = entity.Where(c => c.Key is not ("odata.etag" or "Timestamp")).OrderBy(c => c.Key, StringComparer.Ordinal);
            rows.Add($"{entity.PartitionKey} {entity.RowKey}", string.Join(';', columns.Select(c => $"{c.Key}={c.Value}")));
        }

        return rows;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Collection((string Key, string Value)[] settings) =>
        settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value));

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

/// <summary>The real clock, set ahead.</summary>
internal sealed class ShiftedClock : TimeProvider
{
    public TimeSpan Ahead { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
