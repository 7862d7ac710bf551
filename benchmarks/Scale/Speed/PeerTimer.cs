using System.Diagnostics;
using System.Globalization;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Scale.Speed;

/// <summary>Times R's methods: one process at the usual priority, one series after the other.</summary>
internal static class PeerTimer
{
    /// <summary>Methods in <c>peer-times.R</c>.</summary>
    public const int Methods = 3;

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Scale", "Speed", "peer-times.R");

    /// <exception cref="InvalidOperationException">R ended early.</exception>
    public static async Task<IReadOnlyList<PeerTime>> TimeAsync(
        IReadOnlyList<double[]> series, int season, int horizon, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo("Rscript", [Script, Text(season), Text(horizon)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            foreach (var values in series) await process.StandardInput.WriteLineAsync(string.Join(';', values.Select(Text)));
            process.StandardInput.Close();
            var times = new List<PeerTime>();
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                times.Add(PeerTime.Parse(line, series.Count));
                progress.Report(StepProgress.Of(
                    times.Count, Methods, $"{times[^1].Method} took {Durations.Show(TimeSpan.FromSeconds(times[^1].Wall))}"));
            }

            await process.WaitForExitAsync(cancellationToken);
            return times.Count == Methods
                ? times
                : throw new InvalidOperationException($"R ended after {times.Count} of {Methods} methods: {(await errors).Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double value) => double.IsNaN(value) ? "NA" : value.ToString("R", CultureInfo.InvariantCulture);
}
