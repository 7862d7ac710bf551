using CommunityDemand.Local.Commands;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Commands;

public sealed class GenerateCommandTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("generate-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task Generate_AllOptions_WritesThatCity()
    {
        var folder = Path.Combine(_root, "city");
        var (exit, output, _) = await CommandRun.RunAsync(
            "generate", "--communities", "2", "--services", "3", "--years", "1", "--seed", "9", "--dirty", "0", "--end", "2024-06-30",
            "--output", folder);

        exit.ShouldBe(ExitCode.Success);
        output.ShouldContain("upload uploads first, then uploads-later");
        (await SampleCityManifest.ReadAsync(folder, TestContext.Current.CancellationToken))!.Options.ShouldBe(
            new SampleCityOptions { Communities = 2, Services = 3, Years = 1, Seed = 9, Dirty = 0, End = new DateOnly(2024, 6, 30) });
    }

    [Theory]
    [InlineData("--end 31.12.2024", "2025-12-31")]
    [InlineData("--communities 0", "--communities 0: give 1 to 9999")]
    [InlineData("--dirty 0.9", "give a share from 0 to 0.5")]
    [InlineData("--years many", "many")]
    public async Task Generate_BadOption_ExitsTwoAndSaysWhatToGive(string option, string remedy)
    {
        var (exit, _, error) = await CommandRun.RunAsync(["generate", .. option.Split(' '), "--output", Path.Combine(_root, "city")]);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain(remedy);
    }

    [Fact]
    public async Task Generate_FolderOfOthers_ExitsTwoAndLeavesIt()
    {
        await File.WriteAllTextAsync(Path.Combine(_root, "mine.txt"), "mine", TestContext.Current.CancellationToken);

        var (exit, _, error) = await CommandRun.RunAsync("generate", "--output", _root);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain("Give an empty or a new folder");
        Directory.EnumerateFileSystemEntries(_root).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Generate_Help_EndsWithAnExample() =>
        (await CommandRun.RunAsync("generate", "--help")).Output.ShouldContain("generate --output city");
}
