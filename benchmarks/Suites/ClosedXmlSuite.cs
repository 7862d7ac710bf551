using CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Workbooks of ClosedXML's tests, one a feature: whatever is in them, each sheet is read to its end or refused with a reason.</summary>
internal static class ClosedXmlSuite
{
    /// <summary>Where the suite stands under the folder of all suites.</summary>
    public const string Repository = "ClosedXML/ClosedXML";

    private const string Part = "ClosedXML.Tests/Resource";

    /// <param name="folder">The repository's files.</param>
    public static async Task<IReadOnlyList<SuiteRow>> ReadAsync(string folder, CancellationToken cancellationToken)
    {
        var files = Directory.EnumerateFiles(Path.Combine(folder, Part), "*.xls?", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        return [await WorkbookSuite.ReadAsync($"{Repository} {Part}", files, static async (_, workbook, cancel) => await ReadSheetsAsync(workbook, cancel), cancellationToken)];
    }

    private static async Task<string?> ReadSheetsAsync(IWorkbook workbook, CancellationToken cancellationToken)
    {
        for (var sheet = 0; sheet < workbook.Sheets.Count; sheet++)
        {
            if (!workbook.Sheets[sheet].HasCells) continue;
            await using var rows = await workbook.OpenAsync(sheet, cancellationToken);
            for (var last = 0L; await rows.ReadAsync(cancellationToken); last = rows.Current.Number)
            {
                if (rows.Current.Number <= last) return $"row {rows.Current.Number} of {workbook.Sheets[sheet].Name} follows row {last}";
            }
        }

        return null;
    }
}
