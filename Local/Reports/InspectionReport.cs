using System.Globalization;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Texts;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>How a file is understood, for a person.</summary>
internal static class InspectionReport
{
    private const int LongestCell = 40;

    public static void Write(IAnsiConsole console, FileReport report)
    {
        console.WriteLine(PrintableText.Of(report.File));
        foreach (var (label, text) in Lines(report)) console.WriteLine($"  {label,-10} {PrintableText.Of(text)}");
        WriteColumns(console, report.Columns);
        WriteFacts(console, report);
        foreach (var (label, text) in Account(report)) console.WriteLine($"  {label,-10} {PrintableText.Of(text)}");
        console.WriteLine();
    }

    private static IEnumerable<(string Label, string Text)> Lines(FileReport report)
    {
        if (report.Format is { } format)
        {
            string?[] parts = [format, report.Packing, report.Encoding, Separator(report)];
            yield return ("format", string.Join(", ", parts.OfType<string>()));
        }

        foreach (var sheet in report.Sheets)
        {
            var rows = sheet.Rows is { } count ? $"{Number(count)} rows, " : "";
            yield return ("sheet", $"{sheet.Name}: {rows}{(sheet.LeftOut is { } why ? $"left out: {Text(why)}" : "read")}");
        }

        if (report.HeaderRow is { } row) yield return ("header", $"row {Number(row)}");
        foreach (var (dataset, place) in report.Datasets.Select((dataset, place) => (dataset, place)))
            yield return (place == 0 ? "dataset" : "or", $"{dataset.Dataset}: {Text(dataset.Why)}");
        foreach (var note in report.Notes) yield return ("note", Text(note));
        foreach (var reading in report.Reading) yield return ("reading", Text(reading));
    }

    private static string? Separator(FileReport report) => report.Delimiter switch
    {
        null => null,
        "\t" => "values separated by tabs",
        " " => "values separated by spaces",
        var other => $"values separated by {other}",
    };

    private static void WriteColumns(IAnsiConsole console, IReadOnlyList<ColumnReport> columns)
    {
        if (columns.Count == 0) return;
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumns("Column", "Type").AddColumn("Empty", column => column.RightAligned()).AddColumns("Samples", "Taken as", "Read as");
        foreach (var column in columns)
        {
            table.AddRow(
                Cell(column.Name), Cell(column.Type), Cell(Number(column.Empty)),
                Cell(string.Join(" | ", column.Samples.Select(sample => Short(sample.Text)))),
                Cell(column.Means ?? ""),
                Cell(column.Means is null ? "" : string.Join(" | ", column.Samples.Select(ReadAs))));
        }

        console.Write(table);
    }

    private static string ReadAs(SampleReport sample) =>
        sample.Fault is { } fault ? $"({Text(fault)})" : sample.ReadAs is { } value ? Short(value) : "(empty)";

    private static void WriteFacts(IAnsiConsole console, FileReport report)
    {
        if (report.Facts.Count == 0) return;
        var shown = Enumerable.Range(0, report.FactColumns.Count).Where(place => report.Facts.Any(row => row[place] is not null)).ToList();
        var table = new Table().Title("First rows as facts").Border(TableBorder.Simple);
        foreach (var place in shown) table.AddColumn(report.FactColumns[place]);
        foreach (var row in report.Facts) table.AddRow(shown.Select(place => Cell(Short(row[place] ?? ""))));
        console.Write(table);
    }

    private static IEnumerable<(string Label, string Text)> Account(FileReport report)
    {
        if (report.Account is { Status: not UploadStatus.Rejected } account)
        {
            yield return (
                "account",
                $"{Number(account.Read)} rows read = {Number(account.Kept)} kept + {Number(account.Rejected)} rejected "
                    + $"+ {Number(account.Duplicates)} duplicates");
            foreach (var reason in account.Reasons) yield return ("", $"{Text(reason.Message)}: {Number(reason.Rows)}");
            foreach (var assumption in account.Assumptions) yield return ("assumed", Text(assumption));
            foreach (var doubt in account.Doubts) yield return ("doubt", Text(doubt));
        }

        if (report.Problem is { } problem) yield return ("problem", Text(problem));
    }

    private static Text Cell(string text) => new(PrintableText.Of(text));

    private static string Short(string text) => text.Length <= LongestCell ? text : $"{text[..LongestCell]}…";

    private static string Text(Message message) => MessageTexts.English.Render(message);

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
