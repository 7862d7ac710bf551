using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Commands;

[UsesAzurite]
public sealed class IngestCommandTests(AzuriteFixture azurite) : IDisposable
{
    private const string Usage = "community,service,date,visits\nc1,meals,2026-03-01,5\nc1,meals,2026-03-02,-1\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ingest-command-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Ingest_OfAFolder_PrintsTheAccountAndForgivesBadRows()
    {
        Write("usage/march.csv", Usage);

        var (exit, output, _) = await IngestAsync(azurite.NewAccount(), _folder.FullName);

        exit.ShouldBe(ExitCode.Success);
        output.ShouldMatch(@"usage\s+1\s+2\s+1\s+1\s+0");
        output.ShouldContain("1 of 1 files uploaded; 1 rows became facts.");
    }

    [Fact]
    public async Task Ingest_Repeated_SaysThatNothingIsNew()
    {
        var account = azurite.NewAccount();
        Write("usage/march.csv", Usage);
        await IngestAsync(account, _folder.FullName);

        var (exit, output, _) = await IngestAsync(account, _folder.FullName);

        exit.ShouldBe(ExitCode.Success);
        output.Trim().ShouldStartWith("Nothing new");
    }

    [Fact]
    public async Task Ingest_OfAnotherFileOfTheSameName_SaysWhatItReplacedAndHowToKeepBoth()
    {
        var account = azurite.NewAccount();
        Write("march/usage.csv", Usage);
        Write("april/usage.csv", Usage.Replace("-03-", "-04-", StringComparison.Ordinal));
        var (_, first, _) = await IngestAsync(account, Path.Combine(_folder.FullName, "march"));

        var (exit, second, _) = await IngestAsync(account, Path.Combine(_folder.FullName, "april"));

        exit.ShouldBe(ExitCode.Success);
        first.ShouldNotContain("replaced");
        second.ShouldContain("usage/usage.csv replaced its earlier content.");
        second.ShouldContain("give one of them another name");
    }

    [Fact]
    public async Task Ingest_OfAFileThatFitsNoDataset_TakesTheOthersAndReturns2()
    {
        Write("usage/march.csv", Usage);
        Write("shopping-list.csv", "milk,eggs\n1,2\n");

        var (exit, output, error) = await IngestAsync(azurite.NewAccount(), _folder.FullName);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain("shopping-list.csv");
        output.ShouldContain("1 rows became facts");
    }

    [Fact]
    public async Task Ingest_OfAPathThatIsNotThere_NamesItBeforeStartingAnything()
    {
        var (exit, _, error) = await IngestAsync("unused", Path.Combine(_folder.FullName, "absent"));

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain("absent");
    }

    [Fact]
    public async Task Ingest_OfTwoFilesOfOneName_SaysWhichWouldOverwriteEachOther()
    {
        Write("a/usage/march.csv", Usage);
        Write("b/usage/march.csv", Usage);

        var (exit, _, error) = await IngestAsync(
            azurite.NewAccount(), Path.Combine(_folder.FullName, "a"), Path.Combine(_folder.FullName, "b"));

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain("usage/march.csv and replace each other");
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private static Task<(int Exit, string Output, string Error)> IngestAsync(string account, params string[] paths) =>
        CommandRun.RunAsync(["ingest", .. paths, "--storage", account]);
}
