using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Benchmarks.Suites.Workbooks;

/// <summary>Reads a workbook of a suite: as ingest reads it, then each of its sheets.</summary>
internal static class WorkbookReading
{
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    /// <param name="folder">The checkout.</param>
    /// <param name="file">The workbook.</param>
    /// <param name="check">Judges the sheets of a workbook that could be opened.</param>
    public static async Task<SuiteCase> ReadAsync(
        string folder, string file, Func<IWorkbook, CancellationToken, Task<SuiteCase>> check, CancellationToken cancellationToken)
    {
        var name = Path.GetRelativePath(folder, file);
        try
        {
            var read = await Task.Run(() => ReadAsync(file, check, cancellationToken), cancellationToken)
                .WaitAsync(MostTime, cancellationToken);
            return read with { File = name };
        }
        catch (UnreadableUploadException refused)
        {
            // What is refused as damaged should have been read.
            var isMissed = refused.Reason.Code.Contains("damaged", StringComparison.Ordinal);
            return new SuiteCase(name, isMissed ? SuiteOutcome.Missed : SuiteOutcome.Refused, refused.Message);
        }
        catch (Exception crash) when (crash is not OperationCanceledException)
        {
            return new SuiteCase(name, SuiteOutcome.Crashed, $"{crash.GetType().Name}: {crash.Message}");
        }
    }

    private static async Task<SuiteCase> ReadAsync(
        string file, Func<IWorkbook, CancellationToken, Task<SuiteCase>> check, CancellationToken cancellationToken)
    {
        try
        {
            await using var rows = await WorkbookFile.OpenAsync(
                new MeteredStream(File.OpenRead(file), static _ => { }), hints: null, cancellationToken);
            while (await rows.ReadAsync(cancellationToken))
            {
                _ = rows.Original;
            }
        }
        catch (UnreadableUploadException refused) when (refused.InnerException is null)
        {
            // A workbook may be refused that has no table. Its sheets are compared all the same.
        }

        await using var stored = File.OpenRead(file);
        await using var workbook = await WorkbookFile.OpenWorkbookAsync(stored, cancellationToken);
        return await check(workbook, cancellationToken);
    }
}
