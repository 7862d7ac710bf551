using System.Diagnostics;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Reads workbooks in this process, one after the other; the peak is that of the process.</summary>
internal static class WorkbookSuite
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    /// <param name="check">What is wrong with a workbook that could be opened, or null.</param>
    public static async Task<SuiteRow> ReadAsync(
        string suite, IReadOnlyList<string> files, Func<string, IWorkbook, CancellationToken, Task<string?>> check, CancellationToken cancellationToken)
    {
        var row = new SuiteRow(suite, files.Count, 0, 0, 0, 0, 0, 0, []);
        var notes = new List<string>();
        foreach (var file in files)
        {
            var started = Stopwatch.GetTimestamp();
            try
            {
                var wrong = await Task.Run(() => ReadAsync(file, check, cancellationToken), cancellationToken).WaitAsync(MostTime, cancellationToken);
                row = row with { Read = row.Read + 1, Wrong = row.Wrong + (wrong is null ? 0 : 1) };
                if (wrong is not null) notes.Add($"{Path.GetFileName(file)}: {wrong}");
            }
            catch (UnreadableUploadException refused)
            {
                row = row with { Refused = row.Refused + 1 };
                notes.Add($"{Path.GetFileName(file)}: refused: {refused.Message}");
            }
            catch (Exception crash) when (crash is not OperationCanceledException)
            {
                row = row with { Crashed = row.Crashed + 1 };
                notes.Add($"{Path.GetFileName(file)}: {crash.GetType().Name}: {crash.Message}");
            }

            using var process = Process.GetCurrentProcess();
            row = row with { Slowest = Math.Max(row.Slowest, Stopwatch.GetElapsedTime(started).TotalSeconds), Peak = Math.Max(row.Peak, process.PeakWorkingSet64) };
        }

        return row with { Notes = notes };
    }

    private static async Task<string?> ReadAsync(string file, Func<string, IWorkbook, CancellationToken, Task<string?>> check, CancellationToken cancellationToken)
    {
        // As the intake reads it, to the end: a workbook may be refused that has no table.
        try
        {
            await using var rows = await WorkbookFile.OpenAsync(new MeteredStream(File.OpenRead(file), static _ => { }), hints: null, cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                _ = rows.Original;
            }
        }
        catch (UnreadableUploadException refused) when (refused.InnerException is null)
        {
            // The sheets are compared all the same.
        }

        await using var stored = File.OpenRead(file);
        await using var workbook = await WorkbookFile.OpenWorkbookAsync(stored, cancellationToken);
        return await check(file, workbook, cancellationToken);
    }
}
