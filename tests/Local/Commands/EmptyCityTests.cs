using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Commands;

/// <summary>A city without any file is told so in words.</summary>
[UsesAzurite]
public sealed class EmptyCityTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Run_NothingUploaded_AsksForUsage()
    {
        var (exit, _, error) = await CommandRun.RunAsync("run", "--storage", azurite.NewAccount());

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldMatch(@"error: Run \S+ failed: No usage up to [0-9]+ [A-Z][a-z]+ [0-9]{4}\. Upload files of dataset usage");
    }

    [Fact]
    public async Task Ingest_EmptyFolder_SaysThatThereAreNoFiles()
    {
        var folder = Directory.CreateTempSubdirectory("empty-city-");
        try
        {
            var (exit, _, error) = await CommandRun.RunAsync("ingest", folder.FullName, "--storage", azurite.NewAccount());

            exit.ShouldBe(ExitCode.UserError);
            error.ShouldContain("error: There are no files there; nothing was uploaded.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
