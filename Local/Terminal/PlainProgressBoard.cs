using System.Globalization;

namespace CommunityDemand.Local.Terminal;

/// <summary>Progress lines for logs and pipes: one when a step starts, some while it runs, and one when it ends.</summary>
internal sealed class PlainProgressBoard(TextWriter writer, TimeProvider clock) : IProgressBoard
{
    /// <summary>Minimum time between two lines of one step.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    public async Task<T> RunAsync<T>(string title, Func<IProgress<StepProgress>, Task<T>> work)
    {
        var started = clock.GetTimestamp();
        await writer.WriteLineAsync($"{title} ...");
        var result = await work(new Reporter(title, writer, clock, started));
        await writer.WriteLineAsync($"{title}: done in {Durations.Show(clock.GetElapsedTime(started))}");
        return result;
    }

    private sealed class Reporter(string title, TextWriter writer, TimeProvider clock, long started) : IProgress<StepProgress>
    {
        private readonly Lock _gate = new();
        private TimeSpan _last;

        public void Report(StepProgress value)
        {
            lock (_gate)
            {
                var elapsed = clock.GetElapsedTime(started);
                if (elapsed - _last < Interval) return;
                _last = elapsed;
                var left = value.Share is > 0 and < 1 ? $", about {Durations.Show(elapsed * ((1 / value.Share) - 1))} left" : "";
                var detail = value.Detail is { } text ? $" ({PrintableText.Of(text)})" : "";
                writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: {value.Share:P0}{left}{detail}"));
            }
        }
    }
}
