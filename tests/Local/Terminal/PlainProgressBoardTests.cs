using CommunityDemand.Local.Terminal;
using Microsoft.Extensions.Time.Testing;

namespace CommunityDemand.Tests.Local.Terminal;

public sealed class PlainProgressBoardTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _written = new();

    public void Dispose() => _written.Dispose();

    [Fact]
    public async Task Step_ThatReportsOften_WritesOneLineAnInterval()
    {
        await RunAsync(report =>
        {
            for (var second = 1; second <= 30; second++)
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
                report.Report(StepProgress.Of(second, 40));
            }
        });

        Lines().ShouldBe(
        [
            "Training ...",
            "Training: 25 %, about 30 s left",
            "Training: 50 %, about 20 s left",
            "Training: 75 %, about 10 s left",
            "Training: done in 30 s",
        ]);
    }

    [Fact]
    public async Task Step_WithHostileDetail_KeepsTheTerminalInOnePiece()
    {
        await RunAsync(report =>
        {
            _clock.Advance(PlainProgressBoard.Interval);
            report.Report(StepProgress.Of(1, 2, "usage/\u001b[2Jevil\r\n.csv"));
        });

        Lines()[1].ShouldBe(@"Training: 50 %, about 10 s left (usage/\u001b[2Jevil\u000d\u000a.csv)");
    }

    [Fact]
    public async Task Step_ThatFails_ClaimsNoEnd()
    {
        var board = new PlainProgressBoard(_written, _clock);

        await Should.ThrowAsync<InvalidDataException>(() => board.RunAsync<int>("Training", _ => throw new InvalidDataException()));

        Lines().ShouldBe(["Training ..."]);
    }

    private Task<int> RunAsync(Action<IProgress<StepProgress>> work) =>
        new PlainProgressBoard(_written, _clock).RunAsync("Training", report =>
        {
            work(report);
            return Task.FromResult(0);
        });

    private string[] Lines() => _written.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
}
