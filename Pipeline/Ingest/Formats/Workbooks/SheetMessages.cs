using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>What was assumed about the sheets of a workbook: which are read, and what on them is left out.</summary>
internal static class SheetMessages
{
    public static Message HiddenSheet { get; } = new("sheet.hidden");

    public static Message NoCells { get; } = new("sheet.no_cells");

    public static Message NoTable { get; } = new("sheet.no_table");

    public static Message OtherHeader { get; } = new("sheet.other_header");

    /// <summary>Of a sheet with the same header whose name says no period.</summary>
    public static Message NoPart { get; } = new("sheet.no_part");

    public static Message RepeatsAnother { get; } = new("sheet.repeats");

    public static Message SumsUpOthers { get; } = new("sheet.sums_up");

    public static Message HeaderAt(string sheet, long row) => new("assumed.header_at", ("sheet", ShownName.Of(sheet)), ("row", row));

    public static Message ReadTogether(IEnumerable<string> sheets) => new("assumed.sheets_together", ("sheets", ShownName.Of(sheets)));

    public static Message ReadAlone(string sheet) => new("assumed.sheet", ("sheet", ShownName.Of(sheet)));

    public static Message LeftOut(IEnumerable<string> sheets) => new("assumed.other_sheets", ("sheets", ShownName.Of(sheets)));

    public static Message Hidden(IEnumerable<string> sheets) => new("assumed.hidden_sheets", ("sheets", ShownName.Of(sheets)));

    public static Message Repeated(IEnumerable<string> sheets) => new("assumed.repeated_sheets", ("sheets", ShownName.Of(sheets)));

    public static Message OfTotals(IEnumerable<string> sheets) => new("assumed.sheets_of_totals", ("sheets", ShownName.Of(sheets)));

    public static Message RowsHidden(long count) => new("assumed.hidden_rows", ("count", count));

    public static Message ColumnsHidden(IEnumerable<string> columns) => new("assumed.hidden_columns", ("columns", ShownName.Of(columns)));

    public static Message FilledDown(IEnumerable<string> columns) => new("assumed.filled_down", ("columns", ShownName.Of(columns)));

    public static Message BesideTheTable(IEnumerable<string> columns) =>
        new("assumed.beside_the_table", ("columns", ShownName.Of(columns)));
}
