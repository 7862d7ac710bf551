using CommunityDemand.Local.Commands;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Commands;

[UsesAzurite]
public sealed class FactsCommandTests(AzuriteFixture azurite) : IDisposable
{
    private static readonly string[] First =
        ["community,service,date,visits,group", "c2,meals,2026-03-02,4,", "c1,meals,2026-03-02,5,old", "c1,meals,2026-03-01,1,"];
    private static readonly string[] Second =
        ["community,service,date,visits,unmet", "c1,meals,2026-03-01,2,3", "c1,\"a, b\",2026-02-28,7,"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("facts-command-");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Facts_ToStandardOutput_AreSumsInOrder()
    {
        var (exit, output, error) = await RunAsync("facts", "usage", "--input", Input(), "--output", "-");

        exit.ShouldBe(ExitCode.Success, error);
        var lines = output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("community,service,date,group,visits,unmet,staff_hours,response_minutes,period,responses_to_5,");
        lines[1..].Select(line => line.TrimEnd(',')).ShouldBe(
            ["c1,\"a, b\",2026-02-28,,7,0", "c1,meals,2026-03-01,,3,3", "c1,meals,2026-03-02,old,5,0", "c2,meals,2026-03-02,,4,0"]);
        error.ShouldContain("5 rows became facts");
    }

    [Fact]
    public async Task Facts_OfAFolderWithBadRows_SaysWhatWasLeftOut()
    {
        Write("usage/march.csv", "community,service,date,visits", "c1,meals,2026-03-01,5", "c1,meals,2026-03-02,many");

        var (_, _, error) = await RunAsync("facts", "usage", "--input", _folder.FullName, "--output", "-");

        error.ShouldContain("usage/march.csv: 1 rows rejected, 0 duplicates (visits: not a number 1)");
    }

    [Fact]
    public async Task Facts_Filtered_AreThoseAskedFor()
    {
        var (_, output, _) = await RunAsync(
            "facts", "usage", "--input", Input(), "--output", "-", "--from", "2026-03-01", "--to", "2026-03-01", "--community", "c1",
            "--service", "meals");

        output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..].Select(line => line.TrimEnd(',')).ShouldBe(
            ["c1,meals,2026-03-01,,3,3"]);
    }

    [Fact]
    public async Task Facts_ToParquet_AreTheSame()
    {
        var file = Path.Combine(_folder.FullName, "usage.parquet");

        var (exit, _, error) = await RunAsync("facts", "usage", "--input", Input(), "--output", file);

        exit.ShouldBe(ExitCode.Success, error);
        await using var stream = File.OpenRead(file);
        var rows = await FactFile.ReadAsync(UsageFact.Schema.Facts, stream, -1, DateOnly.MinValue, DateOnly.MaxValue, Cancel)
            .ToArrayAsync(Cancel);
        rows.Select(row => (row[UsageCells.Community].Text, row[UsageCells.Date].Day.Day, row[UsageCells.Visits].Number)).ShouldBe(
            [("c1", 28, 7), ("c1", 1, 3), ("c1", 2, 5), ("c2", 2, 4)]);
    }

    [Fact]
    public async Task Facts_OfADatasetWithAKey_AreTheNewest()
    {
        Write(
            "capacity/a.csv", "community,service,from,daily_capacity", "c1,meals,2026-01-01,10", "c1,meals,2026-01-01,12",
            "c1,clinic,2026-01-01,5");

        var (_, output, _) = await RunAsync("facts", "capacity", "--input", _folder.FullName, "--output", "-");

        output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..].ShouldBe(
            ["c1,clinic,2026-01-01,5,,,,,", "c1,meals,2026-01-01,12,,,,,"]);
    }

    [Theory]
    [InlineData("neither .csv nor .parquet", "facts", "usage", "--output", "usage.txt")]
    [InlineData("not a day such as 2026-03-01", "facts", "usage", "--output", "-", "--from", "March")]
    [InlineData("has no column service", "facts", "population", "--output", "-", "--service", "meals")]
    public async Task Facts_OfAWrongCommand_SaysWhatIsWrong(string message, params string[] args)
    {
        var (exit, _, error) = await RunAsync(args);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain(message);
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(params string[] args) =>
        CommandRun.RunAsync([.. args, "--storage", azurite.NewAccount()]);

    private string Input()
    {
        Write("usage/first.csv", First);
        Write("usage/second.csv", Second);
        return _folder.FullName;
    }

    private void Write(string path, params string[] lines)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllLines(file, lines);
    }
}
