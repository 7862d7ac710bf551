using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>Table of a question's answer: area and service, then numbers; only the first rows where there are many.</summary>
internal static class AnswerTable
{
    /// <param name="headings">Headings of the numbers.</param>
    /// <param name="cells">Area, service and numbers of a row, as text.</param>
    public static void Write<T>(
        IAnsiConsole console, string title, IEnumerable<string> headings, IReadOnlyList<T> rows, int most, Func<T, string[]> cells)
    {
        console.WriteLine(title);
        var table = new Table().Border(TableBorder.Simple).AddColumn("Area").AddColumn("Service");
        foreach (var heading in headings) table.AddColumn(heading, column => column.RightAligned());
        foreach (var row in rows.Take(most)) table.AddRow([.. cells(row).Select(Markup.Escape)]);
        console.Write(table);
        if (rows.Count > most) console.WriteLine($"{rows.Count - most:N0} more rows: --rows {rows.Count} shows them.");
    }
}
