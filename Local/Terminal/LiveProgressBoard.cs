using Spectre.Console;

namespace CommunityDemand.Local.Terminal;

/// <summary>A bar with the time left for each step, redrawn in place.</summary>
internal sealed class LiveProgressBoard(IAnsiConsole console, TimeProvider clock) : IProgressBoard
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    public Task<T> RunAsync<T>(string title, Func<IProgress<StepProgress>, Task<T>> work) => console.Progress()
        // The library's own redrawing never ends where a step is over before its thread has begun.
        .AutoRefresh(false)
        .AutoClear(false)
        .HideCompleted(false)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn { Width = 30 },
            new PercentageColumn(),
            new ElapsedTimeColumn(),
            new RemainingTimeColumn(),
            new SpinnerColumn(Spinner.Known.Dots))
        .StartAsync(async context =>
        {
            var task = context.AddTask(Describe(title, detail: null), maxValue: 1);
            await using var redraw = clock.CreateTimer(_ => context.Refresh(), null, Interval, Interval);
            var result = await work(new Reporter(task, title));
            task.Value = 1;
            task.Description = Describe(title, detail: null);
            return result;
        });

    private static string Describe(string title, string? detail)
    {
        const int Width = 46;
        var text = PrintableText.Of(detail is null ? title : $"{title}: {detail}");
        return Markup.Escape(text.Length > Width ? text[..(Width - 1)] + "…" : text.PadRight(Width));
    }

    private sealed class Reporter(ProgressTask task, string title) : IProgress<StepProgress>
    {
        public void Report(StepProgress value)
        {
            task.Value = value.Share;
            task.Description = Describe(title, value.Detail);
        }
    }
}
