namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>All that readers of workbooks tell an owner: why a file is refused, why a cell has no value, what was taken for granted.</summary>
internal static class WorkbookMessages
{
    public const int MostParts = 10_000;
    public const int MostSheets = 1_000;
    public const int MostMerged = 200_000;

    private const int LongestName = 60;
    private const int MostListed = 20;

    public const string FormulaWithoutResult = "a formula without a saved result: open and save the workbook in a spreadsheet program";
    public const string MergedMeasure = "part of a merged cell, whose figure stands for several rows: split it";
    public const string Encrypted = "The workbook is protected by a password. Save it without one (File, Info, Protect Workbook) and upload it again.";
    public const string Xlsb = "The file is a binary workbook (.xlsb), which is not read. Save it as .xlsx and upload that.";
    public const string OpenDocument = "The file is an OpenDocument spreadsheet, which is not read. Save it as .xlsx and upload that.";
    public const string NoWorkbookInZip = "The file is a zip archive without a workbook in it. Upload the file that is inside.";
    public const string WordDocument = "The file is a text document of an office program, not a workbook. Copy its table into a workbook and upload that.";
    public const string Presentation = "The file is a presentation, not a workbook. Copy its table into a workbook and upload that.";
    public const string NoWorkbookInOle = "The file is an old office document without a workbook in it. Save its table as .xlsx and upload that.";
    public const string NoWorkbook = "The file is no workbook, whatever its name says. Save it as .xlsx, or name it .csv if it is text, and upload it again.";
    public const string NoSheet = "The workbook has no sheet with cells.";
    public const string NoHtmlTable = "The web page has no table. A workbook saved as a web page keeps its sheets in other files: save it as .xlsx and upload that.";
    public const string TooManyTags = "The web page has more cells than fit into memory. Open it in a spreadsheet program, save it as .xlsx and upload that.";
    public const string Xml2003 = "The file is an XML spreadsheet of Excel 2003, which is not read. Save it as .xlsx and upload that.";
    public const string TooManyTexts = "The workbook has more different texts than fit into memory. Save it as CSV and upload that.";
    public const string TagTooLong = "The workbook is damaged: a tag in one of its parts is longer than a megabyte.";
    public const string TooDeep = "The workbook is damaged: its parts are nested deeper than any spreadsheet program writes.";
    public const string Bomb = "The workbook unpacks to far more than its size, as a zip bomb does. Save it as CSV and upload that if it is genuine.";

    public static readonly string RowTooLong = $"longer than {ReadLimits.RowCharacters} characters";
    public static readonly string TextTooLong = $"The workbook has a text of more than {ReadLimits.RowCharacters} characters.";
    public static readonly string TooManyParts = $"The workbook has more than {MostParts} parts, as no spreadsheet program writes.";
    public static readonly string TooManySheets = $"The workbook has more than {MostSheets} sheets. Upload it in several files.";
    public static readonly string TooManyMerged = $"A sheet has more than {MostMerged} merged cells. Save it as CSV and upload that.";
    public static readonly string TooManyColumns = $"The header has more than {ReadLimits.Columns} columns. Keep the columns that the dataset asks for.";

    public static string TooLarge(long mostBytes, string kind) => $"The file is larger than {mostBytes >> 20} MiB, more than is read of {kind}. Save it as .xlsx and upload that.";

    public static string Damaged(string part) => $"The workbook is damaged: its part {Shown(part)} can't be read. Open it in a spreadsheet program, save and upload it again.";

    public static string DamagedFile(string kind) => $"The {kind} is damaged or cut off. Open it in a spreadsheet program, save it as .xlsx and upload that.";

    public static string NoPart(string part) => $"The file is no workbook (.xlsx): it has no part {part}.";

    public static string BadText(long row) => $"The workbook is damaged: row {row} names a text that is not there.";

    public static string BeyondLastColumn(long row) => $"Row {row} has a cell beyond column XFD, the last one of a sheet.";

    public static string BadHeader(string fault) => $"The header row can't be read: {fault}.";

    public static string Empty(string sheet) => $"Sheet '{Shown(sheet)}' is empty: it has no header row.";

    public static string OnlyHidden => "All sheets of the workbook are hidden. Show the one with the data (right click on a tab, Unhide) and upload it again.";

    public static string NoSuchSheet(string wanted, IEnumerable<string> sheets) => $"The workbook has no sheet '{Shown(wanted)}'. Its sheets are {Listed(sheets)}.";

    public static string Error(string error) => error.Length is > 1 and <= 16 && error[0] == '#' ? $"the error {error} instead of a value" : "an error instead of a value";

    public static string HeaderAt(string sheet, long row) => $"The header was found in row {row} of sheet '{Shown(sheet)}'. What stands above it was left out.";

    public static string SheetsRead(IEnumerable<string> sheets) => $"Sheets of one header were read together: {Listed(sheets)}.";

    public static string SheetRead(string sheet) => $"Sheet '{Shown(sheet)}' was read.";

    public static string SheetsLeftOut(IEnumerable<string> sheets) => $"Other sheets were left out: {Listed(sheets)}.";

    public static string SheetsHidden(IEnumerable<string> sheets) => $"Hidden sheets were left out: {Listed(sheets)}.";

    public static string SheetsRepeated(IEnumerable<string> sheets) => $"Sheets that repeat another one cell by cell were left out: {Listed(sheets)}.";

    public static string SheetsOfTotals(IEnumerable<string> sheets) => $"Sheets whose name says that they sum up the others were left out: {Listed(sheets)}.";

    public static string RowsHidden(long count) => $"Rows that a filter or a user hides were read like the others: {count}.";

    public static string ColumnsHidden(IEnumerable<string> columns) => $"Hidden columns were read like the others: {Listed(columns)}.";

    public static string FilledDown(IEnumerable<string> columns) => $"Merged cells were filled down in columns {Listed(columns)}.";

    public static string BesideTheTable(IEnumerable<string> columns) => $"Cells beside the table, in columns without a header, were left out: {Listed(columns)}.";

    private static string Listed(IEnumerable<string> names)
    {
        var all = names.ToArray();
        var listed = string.Join(", ", all.Take(MostListed).Select(Shown));
        return all.Length <= MostListed ? listed : $"{listed} and {all.Length - MostListed} more";
    }

    private static string Shown(string name)
    {
        var clean = string.Concat(name.Select(c => char.IsControl(c) ? '\uFFFD' : c));
        return clean.Length <= LongestName ? clean : clean[..LongestName] + "...";
    }
}
