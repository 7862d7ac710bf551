using CommunityDemand.Local.Terminal;
using Spectre.Console;

namespace CommunityDemand.Tests.Local.Terminal;

public sealed class LiveProgressBoardTests
{
    [Fact]
    public async Task Step_OnATerminal_DrawsTheBarToItsEndAndGivesTheResult()
    {
        // Never disposed: the console's refresh thread may draw once more after the bar has ended, and a closed writer would end the process.
        var written = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(written),
        });
        console.Profile.Width = 140;

        var result = await new LiveProgressBoard(console).RunAsync("Uploading", report =>
        {
            report.Report(StepProgress.Of(1, 2, "usage/[red]not markup[/].csv"));
            return Task.FromResult(42);
        });

        result.ShouldBe(42);
        written.ToString().ShouldContain("Uploading");
        written.ToString().ShouldContain("100%");
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
