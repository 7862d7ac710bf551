using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CommunityDemand.Pipeline;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.Storage;

public sealed class StorageRegistrationTests(AzuriteFixture azurite)
{
    [Fact]
    [UsesAzurite]
    public async Task AddPipeline_ConnectionString_ReachesBlobsQueuesAndTables()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var provider = Services(("Storage:ConnectionString", azurite.NewAccount()));

        await provider.GetRequiredService<BlobServiceClient>().CreateBlobContainerAsync("abc", cancellationToken: cancel);
        await provider.GetRequiredService<QueueServiceClient>().CreateQueueAsync("abc", cancellationToken: cancel);
        await provider.GetRequiredService<TableServiceClient>().CreateTableAsync("abc", cancel);
    }

    [Fact]
    public async Task AddPipeline_AccountName_UsesTheIdentityNotAKey()
    {
        await using var provider = Services(("Storage:AccountName", "citydata"));

        provider.GetRequiredService<BlobServiceClient>().Uri.ShouldBe(new Uri("https://citydata.blob.core.windows.net"));
    }

    [Fact]
    public async Task AddPipeline_NoStorageSetting_SaysWhichToSet()
    {
        await using var provider = Services();

        Should.Throw<OptionsValidationException>(provider.GetRequiredService<BlobServiceClient>).Message
            .ShouldContain("Storage:AccountName");
    }

    private static ServiceProvider Services(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build())
        .AddPipeline()
        .BuildServiceProvider();
}
