using System.Globalization;
using CommunityDemand.Pipeline.Allocations;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>An allocation's answer as a table.</summary>
internal sealed class AllocationReport(IAnsiConsole console)
{
    public void Write(AllocationAnswer answer, int most)
    {
        console.WriteLine($"Extra {answer.Resource}, by {answer.Pool} (run {answer.Run}, days after {answer.Origin:yyyy-MM-dd})");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Area").AddColumn("Service");
        foreach (var heading in (string[])["Budget", "Units", "Visits a day", "Shortage before", "After", "Removed", "In proportion", "Match", "Next unit"]) table.AddColumn(heading, column => column.RightAligned());
        foreach (var row in answer.Rows.Take(most))
        {
            table.AddRow(
                Markup.Escape(row.AreaName),
                Markup.Escape(row.ServiceName),
                Number(row.Budget),
                Number(row.Units),
                Number(row.ExtraCapacity),
                Number(row.ShortageBefore),
                Number(row.ShortageAfter),
                Number(row.ShortageRemoved),
                Number(row.ProportionalRemoved),
                string.Create(CultureInfo.InvariantCulture, $"{row.MatchRateBefore:P1} to {row.MatchRateAfter:P1}"),
                Number(row.NextUnitGain));
        }

        console.Write(table);
        if (answer.Rows.Count > most) console.WriteLine($"{answer.Rows.Count - most:N0} more rows: --rows {answer.Rows.Count} shows them.");
    }

    private static string Number(double? value) => value?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? "";
}
