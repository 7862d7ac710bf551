using Azure.Storage.Blobs;
using CommunityDemand.Local.Emulator;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local;

[UsesAzurite]
public sealed class AzuriteHostTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("azurite-host-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task StartAsync_SecondHostOnSameFolder_JoinsTheFirst()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var first = await AzuriteHost.StartAsync(_folder, _ => { }, inMemory: false, [], cancel);
        await using (var second = await AzuriteHost.StartAsync(_folder, _ => { }, inMemory: false, [], cancel))
        {
            second.ConnectionString.ShouldBe(first.ConnectionString);
        }

        var service = new BlobServiceClient(first.ConnectionString);
        (await service.CreateBlobContainerAsync("still-there", cancellationToken: cancel)).Value.Name.ShouldBe("still-there");
    }

    [Fact]
    public async Task StartAsync_AfterStop_FindsTheDataAgain()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using (var first = await AzuriteHost.StartAsync(_folder, _ => { }, inMemory: false, [], cancel))
        {
            await new BlobServiceClient(first.ConnectionString).CreateBlobContainerAsync("kept", cancellationToken: cancel);
        }

        await using var second = await AzuriteHost.StartAsync(_folder, _ => { }, inMemory: false, [], cancel);
        (await new BlobContainerClient(second.ConnectionString, "kept").ExistsAsync(cancel)).Value.ShouldBeTrue();
    }
}
