using CommunityDemand.Local.Terminal;
using Spectre.Console;

namespace CommunityDemand.Tests.Local.Terminal;

public sealed class LiveProgressBoardTests
{
    // Never disposed: the console's refresh thread may draw once more after the bar has ended, and a closed writer would end the process.
    private readonly StringWriter _written = new();

    [Fact]
    public async Task Step_OnATerminal_DrawsTheBarToItsEndAndGivesTheResult()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(_written),
        });
        console.Profile.Width = 140;

        var result = await new LiveProgressBoard(console).RunAsync("Uploading", report =>
        {
            report.Report(StepProgress.Of(1, 2, "usage/[red]not markup[/].csv"));
            return Task.FromResult(42);
        });

        result.ShouldBe(42);
        _written.ToString().ShouldContain("Uploading");
        _written.ToString().ShouldContain("100%");
    }

    [Theory]
    [InlineData(0.04, "0.0 s")]
    [InlineData(9.9, "9.9 s")]
    [InlineData(9.96, "10 s")]
    [InlineData(59.7, "1 min 00 s")]
    [InlineData(185, "3 min 05 s")]
    [InlineData(7800, "2 h 10 min")]
    public void Duration_OfAnyLength_ReadsAsPeopleSayIt(double seconds, string expected) =>
        Durations.Show(TimeSpan.FromSeconds(seconds)).ShouldBe(expected);
}
