using System.Runtime.CompilerServices;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Benchmarks.Suites.Workbooks;

/// <summary>
/// Workbooks of ClosedXML's tests, one a feature: whatever is in them, each sheet is read to its end or refused with a reason.
/// </summary>
internal sealed class ClosedXmlSuite : ISuite
{
    public string Repository => "ClosedXML/ClosedXML";

    public string Folder => "ClosedXML";

    public string Goal => "no crash";

    public async IAsyncEnumerable<SuiteCase> RunAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = Directory.EnumerateFiles(Path.Combine(folder, "ClosedXML.Tests", "Resource"), "*.xls?", SearchOption.AllDirectories);
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            yield return await WorkbookReading.ReadAsync(folder, file, CheckAsync, cancellationToken);
        }
    }

    private static async Task<SuiteCase> CheckAsync(IWorkbook workbook, CancellationToken cancellationToken)
    {
        for (var sheet = 0; sheet < workbook.Sheets.Count; sheet++)
        {
            if (!workbook.Sheets[sheet].HasCells) continue;
            await using var rows = await workbook.OpenAsync(sheet, cancellationToken);
            for (var last = 0L; await rows.ReadAsync(cancellationToken); last = rows.Current.Number)
            {
                if (rows.Current.Number > last) continue;
                return new SuiteCase(
                    "", SuiteOutcome.Wrong, $"row {rows.Current.Number} of {workbook.Sheets[sheet].Name} follows row {last}");
            }
        }

        return new SuiteCase("", SuiteOutcome.Read);
    }
}
