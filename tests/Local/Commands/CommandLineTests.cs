using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Commands;

public sealed class CommandLineTests
{
    public static TheoryData<string> Commands => [.. CommandLine.CreateRoot().Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Help_OfEveryCommand_DescribesEveryOptionAndEndsWithAnExample(string name)
    {
        var (exit, output, error) = await CommandRun.RunAsync(name, "--help");

        exit.ShouldBe(ExitCode.Success);
        error.ShouldBeEmpty();
        output.ShouldContain($"dotnet run --project Local -- {name}");
        var command = CommandLine.CreateRoot().Subcommands.Single(c => c.Name == name);
        foreach (var option in command.Options) option.Description.ShouldNotBeNullOrWhiteSpace($"{name} {option.Name}");
        foreach (var argument in command.Arguments) argument.Description.ShouldNotBeNullOrWhiteSpace($"{name} {argument.Name}");
    }

    [Fact]
    public async Task Help_OfTheRoot_ListsCommandsAndExitCodes()
    {
        var (exit, output, _) = await CommandRun.RunAsync("--help");

        exit.ShouldBe(ExitCode.Success);
        foreach (var command in CommandLine.CreateRoot().Subcommands) output.ShouldContain(command.Description!);
        output.ShouldContain("130 interrupted");
    }

    [Theory]
    [InlineData("--bogus", "demo", "--bogus")]
    [InlineData("frobnicate", "frobnicate")]
    [InlineData("--port", "serve", "--port", "99999")]
    [InlineData("eighty", "serve", "--port", "eighty")]
    [InlineData("--storage", "demo", "--no-serve", "--storage", "nonsense")]
    public async Task CommandLine_WithAMistake_NamesItAndReturns2(string named, params string[] args)
    {
        var (exit, _, error) = await CommandRun.RunAsync(args);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain(named);
        error.ShouldNotContain("   at ");
    }

    [Fact]
    public async Task Storage_ThatDoesNotAnswer_NamesTheAddressAndReturns2()
    {
        const string Connection =
            "DefaultEndpointsProtocol=http;AccountName=a;AccountKey=AA==;BlobEndpoint=http://127.0.0.1:9/a;"
            + "QueueEndpoint=http://127.0.0.1:9/a;TableEndpoint=http://127.0.0.1:9/a;";

        var (exit, _, error) = await CommandRun.RunAsync("serve", "--storage", Connection);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain("http://127.0.0.1:9/a");
        error.ShouldNotContain("AA==");
    }

    [Fact]
    public async Task Command_Interrupted_Returns130()
    {
        using var interrupt = new CancellationTokenSource();
        await interrupt.CancelAsync();
        using var output = new StringWriter();
        using var error = new StringWriter();

        var exit = await CommandLine.RunAsync(
            ["demo", "--no-serve", "--storage", "UseDevelopmentStorage=true"], output, error, interrupt.Token);

        exit.ShouldBe(ExitCode.Interrupted);
    }
}
