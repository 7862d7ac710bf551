using System.Text;
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
            await using var rows = await workbook.OpenAsync(sheet, cancellationToken);
            for (var line = 0; line < shown.Count;)
            {
                var more = await rows.ReadAsync(cancellationToken);
                for (; line < shown.Count && (!more || line < rows.Current.Number); line++)
                {
                    var isCurrent = more && line == rows.Current.Number - 1;
                    for (var column = 0; column < shown[line].Length; column++)
                    {
                        var ours = isCurrent ? rows.Current.FaultOf(column) ?? rows.Current[column] : "";
                        if (shown[line][column].Length == 0 && ours.Length == 0) continue;
                        cells++;
                        if (ShownCell.AreEqual(shown[line][column], ours)) equal++;
                        else if (differences.Count < ShownOfAFile) differences.Add($"{workbook.Sheets[sheet].Name}!{column + 1},{line + 1} '{shown[line][column]}' is '{ours}'");
                    }
                }
            }
        }

        return (cells, equal, differences);
    }
}
