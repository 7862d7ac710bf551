using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Peers;

/// <summary>Runs <c>peers.R</c>: one process, of the lowest priority, fits one after the other.</summary>
internal static class RScript
{
    private const string Program = "Rscript";

    private static readonly string Script = Path.Combine(AppContext.BaseDirectory, "Peers", "peers.R");

    /// <summary>Why R's methods can't be run here, and the remedy; null where they can.</summary>
    public static async Task<string?> FaultAsync(CancellationToken cancellationToken)
    {
        const string Remedy =
            "Their columns stay empty, save for fits that were made before. Debian and Ubuntu: apt-get install r-base-core "
                + "r-cran-forecast; elsewhere: install.packages(\"forecast\") in R.";
        try
        {
            using var process = Start(["-e", "suppressPackageStartupMessages(library(forecast))"]);
            process.StandardInput.Close();
            var output = Task.WhenAll(
                process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
            await process.WaitForExitAsync(cancellationToken);
            await output;
            return process.ExitCode == 0 ? null : $"R has no package 'forecast', so the peers' methods can't be run. {Remedy}";
        }
        catch (Win32Exception)
        {
            return $"{Program} is not installed, so the peers' methods can't be run. {Remedy}";
        }
    }

    /// <summary>Fits.</summary>
    /// <param name="ended">Called with the number of the fit and the fields after its id, as each ends.</param>
    /// <exception cref="InvalidOperationException">R ended early.</exception>
    public static async Task RunAsync(
        IReadOnlyList<PeerFit> fits, Action<int, string> ended, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        using var process = Start([Script]);
        await using var stop = cancellationToken.Register(() => Kill(process));
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        var writing = WriteAsync(process.StandardInput, fits);
        var done = 0;
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            if (tab < 0 || !int.TryParse(line.AsSpan(0, tab), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            ended(number, line[(tab + 1)..]);
            progress.Report(StepProgress.Of(++done, fits.Count, $"R {fits[number].Method}, {done} of {fits.Count} fits"));
        }

        await process.WaitForExitAsync(cancellationToken);
        if (done < fits.Count) throw new InvalidOperationException($"R ended after {done} of {fits.Count} fits: {(await errors).Trim()}");
        await writing;
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        try
        {
            process.PriorityClass = ProcessPriorityClass.Idle;
        }
        catch (Exception gone) when (gone is Win32Exception or InvalidOperationException)
        {
            // It ended before its priority could be set, or the system forbids that: it runs, or has run, all the same.
        }

        return process;
    }

    private static async Task WriteAsync(StreamWriter input, IReadOnlyList<PeerFit> fits)
    {
        try
        {
            for (var i = 0; i < fits.Count; i++)
                await input.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"{i}\t{fits[i].Line}\n"));
            input.Close();
        }
        catch (IOException)
        {
            // R is gone; whoever reads its output says why.
        }
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
