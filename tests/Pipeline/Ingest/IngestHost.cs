using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CommunityDemand.Pipeline;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>The ingest services over an account of the test Azurite.</summary>
public sealed class IngestHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public IngestHost(AzuriteFixture azurite, params (string Key, string Value)[] settings)
        : this(azurite.NewAccount(), null, settings)
    {
    }

    /// <param name="connection">The account; hosts over one account are like processes over one.</param>
    /// <param name="clients">Replaces the storage clients, if given.</param>
    public IngestHost(string connection, Action<IServiceCollection>? clients, params (string Key, string Value)[] settings)
    {
        Connection = connection;
        var configuration = settings.Append(("Storage:ConnectionString", connection))
            .Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2));
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(configuration).Build())
            .AddSingleton<TimeProvider>(Time)
            .AddPipeline();
        clients?.Invoke(services);
        _services = services.BuildServiceProvider();
    }

    public string Connection { get; }

    // Starts at the real time, because the emulator stamps its blobs with it; tests move it on from there.
    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public IUploadIngestor Ingestor => _services.GetRequiredService<IUploadIngestor>();

    public IFactReader Facts => _services.GetRequiredService<IFactReader>();

    public IUploadClassifier Classifier => _services.GetRequiredService<IUploadClassifier>();

    public BlobServiceClient Blobs => new(Connection);

    public TableClient Uploads => new(Connection, StorageNames.UploadsTable);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    public Task PutAsync(string path, string text) => PutAsync(path, System.Text.Encoding.UTF8.GetBytes(text));

    public async Task PutAsync(string path, byte[] content)
    {
        var container = Blobs.GetBlobContainerClient(StorageNames.UploadsContainer);
        await container.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await container.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), overwrite: true, Cancel);
    }

    public async Task PutMappingAsync(string path, byte[] content)
    {
        var container = Blobs.GetBlobContainerClient(StorageNames.MappingsContainer);
        await container.CreateIfNotExistsAsync(cancellationToken: Cancel);
        await container.GetBlobClient(path).UploadAsync(BinaryData.FromBytes(content), overwrite: true, Cancel);
    }

    /// <summary>Stores and ingests a file.</summary>
    public async Task<UploadAccount> IngestAsync(string path, string text)
    {
        await PutAsync(path, text);
        return await IngestAsync(path);
    }

    public async Task<UploadAccount> IngestAsync(string path, byte[] content)
    {
        await PutAsync(path, content);
        return await IngestAsync(path);
    }

    /// <summary>Stores a file and ingests it as written at a time of the test's choice: blobs have one of whole seconds.</summary>
    public async Task<UploadAccount> IngestAsync(string path, string text, DateTimeOffset written)
    {
        await PutAsync(path, text);
        var delivery = await Delivery.FindAsync(Blobs.GetBlobContainerClient(StorageNames.UploadsContainer), path, Cancel);
        await _services.GetRequiredService<IngestStorage>().EnsureAsync(Cancel);
        return await _services.GetRequiredService<DeliveryIngestor>().IngestAsync(
            delivery! with { Modified = written }, new IngestMeter(null, delivery.Bytes), again: false, Cancel);
    }

    /// <summary>Stores and ingests a file of a dataset that the catalogue may not have.</summary>
    internal async Task<UploadAccount> IngestAsync(DatasetSchema schema, string path, string text)
    {
        await PutAsync(path, text);
        var known = await Delivery.FindAsync(Blobs.GetBlobContainerClient(StorageNames.UploadsContainer), path, Cancel);
        var delivery = known! with { File = new UploadFile(path, schema) };
        await _services.GetRequiredService<IngestStorage>().EnsureAsync(Cancel);
        return await _services.GetRequiredService<DeliveryIngestor>()
            .IngestAsync(delivery, new IngestMeter(null, delivery.Bytes), again: false, Cancel);
    }

    /// <summary>Stores and ingests a file of usage in its own terms, by a mapping with a rule for sums that other files have too.</summary>
    internal async Task<UploadAccount> AcceptAsync(string path, string text, OverlapRule rule)
    {
        await PutAsync(path, text);
        var delivery = (await Delivery.FindAsync(Blobs.GetBlobContainerClient(StorageNames.UploadsContainer), path, Cancel))!;
        var storage = _services.GetRequiredService<IngestStorage>();
        await storage.EnsureAsync(Cancel);
        var meter = new IngestMeter(null, delivery.Bytes);
        var columns = UsageFact.Schema.Columns.ToDictionary(
            column => column.Name,
            column => new ColumnMapping(column.Name, null, new Dictionary<string, string>(), []) { IsOptional = true });
        var mapping = new Mapping("rule.json", UsageFact.Schema, null, [], columns, []) { Overlap = rule };
        await using var stored = await storage.OpenAsync(delivery, meter, Cancel);
        var content = await UploadContent.InspectAsync(stored, delivery.File, Cancel);
        await _services.GetRequiredService<DeliveryAcceptor>().AcceptAsync(
            delivery, content, new MappingCatalogue("rule", [mapping], []), meter, again: false, Cancel);
        return (await _services.GetRequiredService<UploadsTable>().ProjectAsync(UsageFact.Schema.Name, path, Cancel))
            .ToAccount(changed: true);
    }

    public Task<UploadAccount> IngestAsync(string path) => Ingestor.IngestAsync(path, null, Cancel);

    public Task<IReadOnlyList<UploadAccount>> SweepAsync() => Ingestor.SweepAsync(null, Cancel);

    /// <summary>All usage, summed by key, as text: equal facts give equal texts.</summary>
    public async Task<string[]> UsageAsync()
    {
        var facts = await Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToArrayAsync(Cancel);
        return
        [
            .. facts
                .GroupBy(f => (f.Community, f.Service, f.Date, f.Group))
                .Select(g => string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $"{g.Key.Community}|{g.Key.Service}|{g.Key.Date:yyyy-MM-dd}|{g.Key.Group}|"
                        + $"{g.Sum(f => f.Visits)}|{g.Sum(f => f.Unmet)}|{g.Sum(f => f.StaffHours)}|"
                        + $"{g.Sum(f => f.Responses?.Sum)}|{g.Sum(f => f.Responses?.Count)}"))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The public account of a path.</summary>
    public async Task<TableEntity> RowAsync(string path)
    {
        var rows = await Uploads.QueryAsync<TableEntity>(cancellationToken: Cancel).ToArrayAsync(Cancel);
        return rows.Single(row => row.GetString("Path") == path);
    }

    /// <summary>The quarantined rows of a path, as text; empty where there are none.</summary>
    public async Task<string> QuarantineAsync(string path)
    {
        if ((await RowAsync(path)).GetString("Quarantine") is not { } name) return "";
        var blob = Blobs.GetBlobContainerClient(StorageNames.QuarantineContainer).GetBlobClient(name);
        return (await blob.DownloadContentAsync(Cancel)).Value.Content.ToString();
    }
}
