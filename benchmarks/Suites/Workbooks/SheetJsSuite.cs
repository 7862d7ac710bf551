using System.Runtime.CompilerServices;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Benchmarks.Suites.Workbooks;

/// <summary>
/// Workbooks of SheetJS/test_files, each with a CSV of each sheet that Excel 2011 to 2016 saved: cell by cell, what Excel shows.
/// </summary>
internal sealed class SheetJsSuite : ISuite
{
    private const double LeastEqual = 0.98;
    private const int ShownOfAFile = 3;

    private static readonly string[] Kinds = [".xls", ".xlsx", ".xlsm"];
    private static readonly string[] Exports = ["2016", "2013", "2011"];

    public string Repository => "SheetJS/test_files";

    public string Folder => "SheetJS";

    public string Goal => "98% of cells as Excel shows them, in each file";

    public async IAsyncEnumerable<SuiteCase> RunAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            if (!Kinds.Contains(Path.GetExtension(file)) || ExportOf(file) is not { } export) continue;
            yield return await WorkbookReading.ReadAsync(
                folder, file, (workbook, cancel) => CompareAsync(export, workbook, cancel), cancellationToken);
        }
    }

    private static string? ExportOf(string file) => Exports
        .Select(export => Path.Combine(Path.GetDirectoryName(file)!, export, Path.GetFileName(file)))
        .FirstOrDefault(export => File.Exists($"{export}.0.csv"));

    private static async Task<SuiteCase> CompareAsync(string export, IWorkbook workbook, CancellationToken cancellationToken)
    {
        var (cells, equal) = (0L, 0L);
        var differences = new List<string>();
        for (var sheet = 0; sheet < workbook.Sheets.Count; sheet++)
        {
            if (!workbook.Sheets[sheet].HasCells || !File.Exists($"{export}.{sheet}.csv")) continue;
            var shown = SheetCsv.Parse(await File.ReadAllBytesAsync($"{export}.{sheet}.csv", cancellationToken));
            // Excel saves the part of the sheet that is used.
            var (csv, own) = (UsedCells.Of(shown), UsedCells.Of(await RowsAsync(workbook, sheet, cancellationToken)));
            foreach (var place in csv.Places.Union(own.Places))
            {
                cells++;
                if (ShownCell.AreEqual(csv[place], own[place])) equal++;
                else if (differences.Count < ShownOfAFile)
                    differences.Add($"{workbook.Sheets[sheet].Name}!{place} '{csv[place]}' is '{own[place]}'");
            }
        }

        var isRead = equal >= cells * LeastEqual;
        var note = isRead ? "" : $"{equal} of {cells} cells: {string.Join("; ", differences)}";
        return new SuiteCase("", isRead ? SuiteOutcome.Read : SuiteOutcome.Wrong, note, cells, equal);
    }

    private static async Task<List<string[]>> RowsAsync(IWorkbook workbook, int sheet, CancellationToken cancellationToken)
    {
        var all = new List<string[]>();
        await using var rows = await workbook.OpenAsync(sheet, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            while (all.Count < rows.Current.Number - 1) all.Add([]);
            var row = rows.Current;
            all.Add(
                [.. Enumerable.Range(0, ReadLimits.Columns)
                    .Select(column => row.FaultOf(column) is { } fault ? MessageTexts.English.Render(fault) : row[column])]);
        }

        return all;
    }
}
