using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>Why a workbook is refused, or why a cell has no value. What is told of sheets is in <see cref="SheetMessages"/>.</summary>
internal static class WorkbookMessages
{
    /// <summary>Of a cell: its figure stands for several rows.</summary>
    public static Message MergedMeasure { get; } = new("row.merged_measure");

    /// <summary>Of a cell that shows an error such as <c>#REF!</c>.</summary>
    public static Message NamedError(string error) => new("row.error_named", ("error", error));

    public static Message Xlsb() => new("workbook.xlsb");

    public static Message OpenDocument() => new("workbook.open_document");

    public static Message Xml2003() => new("workbook.xml_2003");

    public static Message WordDocument() => new("workbook.word_document");

    public static Message Presentation() => new("workbook.presentation");

    public static Message NoWorkbookInOle() => new("workbook.none_in_ole");

    public static Message NoWorkbook() => new("workbook.none");

    public static Message NoPart(string part) => new("workbook.no_part", ("part", part));

    public static Message NoHtmlTable() => new("workbook.no_html_table");

    public static Message TooManyTags() => new("workbook.too_many_tags");

    public static Message TooManySheets() => new("workbook.too_many_sheets", ("most", WorkbookLimits.Sheets));

    public static Message TooManyMerged() => new("workbook.too_many_merged", ("most", WorkbookLimits.Merged));

    public static Message TagTooLong() => new("workbook.tag_too_long");

    public static Message TooDeep() => new("workbook.too_deep");

    public static Message Bomb() => new("workbook.bomb");

    public static Message OldTooLarge() => new("workbook.old_too_large", ("most", WorkbookLimits.OldBytes >> 20));

    public static Message PageTooLarge() => new("workbook.page_too_large", ("most", WorkbookLimits.PageBytes >> 20));

    public static Message Damaged() => new("workbook.damaged");

    public static Message DamagedPart(string part) => new("workbook.damaged_part", ("part", ShownName.Of(part)));

    public static Message NoSuchSheet(string wanted, IEnumerable<string> sheets) =>
        new("workbook.no_such_sheet", ("wanted", ShownName.Of(wanted)), ("sheets", ShownName.Of(sheets)));

    public static Message EmptySheet(string sheet) => new("workbook.empty_sheet", ("sheet", ShownName.Of(sheet)));

    public static Message OnlyHidden() => new("workbook.only_hidden");
}
