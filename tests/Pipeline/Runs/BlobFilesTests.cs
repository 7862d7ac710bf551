using System.Text;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

[UsesAzurite]
public sealed class BlobFilesTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DeleteAsync_FileWrittenAnewSinceItWasListed_Stays()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), new TinyCity());
        var files = harness.Get<BlobFiles>();
        foreach (var path in new[] { "r/anew", "r/old" }) await WriteAsync(files, path);
        var found = await files.ListAsync("work", "", Cancel);
        await WriteAsync(files, "r/anew");

        foreach (var file in found) await files.DeleteAsync("work", file, Cancel);
        foreach (var file in found) await files.DeleteAsync("work", file, Cancel);

        (await files.ListAsync("work", "", Cancel)).ShouldHaveSingleItem().Path.ShouldBe("r/anew");
    }

    private static Task WriteAsync(BlobFiles files, string path) =>
        files.WriteAsync("work", path, stream => stream.WriteAsync(Encoding.UTF8.GetBytes("same"), Cancel).AsTask(), Cancel);
}
