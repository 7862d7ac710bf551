using Azure.Storage.Blobs;
using CommunityDemand.Local;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Local.Uploading;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Uploading;

[UsesAzurite]
public sealed class UploadSyncTests(AzuriteFixture azurite) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upload-sync-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Sync_Repeated_SendsNothing()
    {
        var storage = new BlobServiceClient(azurite.NewAccount());
        LocalUpload[] uploads = [Make("a.csv", "one"), Make("b.csv", "two")];

        var first = await SyncAsync(storage, uploads);
        var second = await SyncAsync(storage, uploads);

        (first.Sent, first.Unchanged, first.BytesSent).ShouldBe((2, 0, 6));
        (second.Sent, second.Unchanged, second.BytesSent).ShouldBe((0, 2, 0));
        first.Replaced.Concat(second.Replaced).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sync_OfAChangedFileOfTheSameLength_SendsThatOneAloneAndNamesItAsReplaced()
    {
        var storage = new BlobServiceClient(azurite.NewAccount());
        await SyncAsync(storage, [Make("a.csv", "one"), Make("b.csv", "two")]);

        var again = await SyncAsync(storage, [Make("a.csv", "one"), Make("b.csv", "tow")]);

        (again.Sent, again.Unchanged, again.BytesSent).ShouldBe((1, 1, 3));
        again.Replaced.ShouldBe(["usage/b.csv"]);
        var stored = await storage.GetBlobContainerClient("uploads").GetBlobClient("usage/b.csv")
            .DownloadContentAsync(TestContext.Current.CancellationToken);
        stored.Value.Content.ToString().ShouldBe("tow");
    }

    [Fact]
    public async Task Sync_OfAFileThatVanished_NamesItAsTheUsersError()
    {
        var upload = Make("a.csv", "one");
        upload.File.Delete();

        var failure = await Should.ThrowAsync<UserErrorException>(() => SyncAsync(new BlobServiceClient(azurite.NewAccount()), [upload]));

        failure.Message.ShouldContain("a.csv");
    }

    private LocalUpload Make(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, content);
        return new LocalUpload(new FileInfo(path), "uploads", "usage/" + name);
    }

    private static Task<UploadSyncResult> SyncAsync(BlobServiceClient storage, IReadOnlyList<LocalUpload> uploads) =>
        new UploadSync(storage).SyncAsync(uploads, new Progress<StepProgress>(), TestContext.Current.CancellationToken);
}
