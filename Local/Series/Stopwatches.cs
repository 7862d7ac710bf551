using System.Diagnostics;
using System.Globalization;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Local.Series;

/// <summary>Times of the parts of a command, and its peak memory.</summary>
internal sealed class Stopwatches(TimeProvider clock)
{
    private readonly List<(string Part, TimeSpan Time)> _times = [];

    public async Task<T> TimeAsync<T>(string part, Func<Task<T>> work)
    {
        var start = clock.GetTimestamp();
        var result = await work();
        _times.Add((part, clock.GetElapsedTime(start)));
        return result;
    }

    /// <summary><c>reading 0.4 s, training 12 s, forecasting 0.8 s, peak memory 213 MB</c>.</summary>
    public override string ToString()
    {
        using var process = Process.GetCurrentProcess();
        var memory = string.Create(CultureInfo.InvariantCulture, $"peak memory {process.PeakWorkingSet64 / 1e6:0} MB");
        return string.Join(", ", [.. _times.Select(time => $"{time.Part} {Durations.Show(time.Time)}"), memory]);
    }
}
