using CommunityDemand.Local.Terminal;
using Microsoft.Extensions.Time.Testing;
using Spectre.Console;

namespace CommunityDemand.Tests.Local.Terminal;

public sealed class LiveProgressBoardTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _written = new();

    public void Dispose() => _written.Dispose();

    [Fact]
    public async Task Step_OnATerminal_DrawsTheBarToItsEndAndGivesTheResult()
    {
        var result = await Board().RunAsync("Uploading", report =>
        {
            report.Report(StepProgress.Of(1, 2, "usage/[red]not markup[/].csv"));
            return Task.FromResult(42);
        });

        result.ShouldBe(42);
        _written.ToString().ShouldContain("Uploading");
        _written.ToString().ShouldContain("100%");
    }

    [Fact]
    public async Task Step_ThatTakesTime_IsRedrawnUntilItsEndAndNoLonger()
    {
        await Board().RunAsync("Uploading", report =>
        {
            report.Report(StepProgress.Of(1, 4));
            _clock.Advance(TimeSpan.FromSeconds(1));
            _written.ToString().ShouldContain("25%");
            return Task.FromResult(true);
        });
        var ended = _written.ToString();

        _clock.Advance(TimeSpan.FromMinutes(1));

        _written.ToString().ShouldBe(ended);
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

    private LiveProgressBoard Board()
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(_written),
        });
        console.Profile.Width = 140;
        return new LiveProgressBoard(console, _clock);
    }
}
