using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>
/// Workbooks of SheetJS/test_files, each with a CSV of each sheet that Excel 2011 to 2016 saved: cell by cell, what Excel shows.
/// </summary>
internal static class SheetJsSuite
{
    /// <summary>Where the suite stands under the folder of all suites.</summary>
    public const string Repository = "SheetJS/test_files";

    private const double LeastEqual = 0.98;
    private const int ShownOfAFile = 3;

    private static readonly string[] Kinds = [".xls", ".xlsx", ".xlsm"];
    private static readonly string[] Exports = ["2016", "2013", "2011"];

    /// <param name="folder">The repository's files.</param>
    public static async Task<IReadOnlyList<SuiteRow>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var files = Directory.EnumerateFiles(folder).Where(file => Kinds.Contains(Path.GetExtension(file)) && ExportOf(file) is not null).Order(StringComparer.Ordinal).ToArray();
        var (cells, equal) = (0L, 0L);
        var row = await WorkbookSuite.ReadAsync(
            Repository,
            files,
            async (file, workbook, cancel) =>
            {
                var compared = await CompareAsync(ExportOf(file)!, workbook, cancel);
                (cells, equal) = (cells + compared.Cells, equal + compared.Equal);
                return compared.Equal >= compared.Cells * LeastEqual ? null : $"{compared.Equal} of {compared.Cells} cells: {string.Join("; ", compared.Differences)}";
            },
            cancellationToken);
        return [row with { Notes = [.. row.Notes, FormattableString.Invariant($"cells equal={equal} of={cells} share={(cells == 0 ? 0 : (double)equal / cells):0.0000}")] }];
    }

    private static string? ExportOf(string file) => Exports
        .Select(export => Path.Combine(Path.GetDirectoryName(file)!, export, Path.GetFileName(file)))
        .FirstOrDefault(export => File.Exists($"{export}.0.csv"));

    private static async Task<(long Cells, long Equal, IReadOnlyList<string> Differences)> CompareAsync(string export, IWorkbook workbook, CancellationToken cancellationToken)
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
                else if (differences.Count < ShownOfAFile) differences.Add($"{workbook.Sheets[sheet].Name}!{place} '{csv[place]}' is '{own[place]}'");
            }
        }

        return (cells, equal, differences);
    }

    private static async Task<List<string[]>> RowsAsync(IWorkbook workbook, int sheet, CancellationToken cancellationToken)
    {
        var all = new List<string[]>();
        await using var rows = await workbook.OpenAsync(sheet, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            while (all.Count < rows.Current.Number - 1) all.Add([]);
            var row = rows.Current;
            all.Add([.. Enumerable.Range(0, ReadLimits.Columns).Select(column => row.FaultOf(column) ?? row[column])]);
        }

        return all;
    }
}
