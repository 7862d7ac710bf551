using System.Globalization;
using CommunityDemand.Pipeline.Scenarios;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>A scenario's answer as a table.</summary>
internal sealed class ScenarioReport(IAnsiConsole console)
{
    public void Write(ScenarioAnswer answer, int most)
    {
        console.WriteLine($"{answer.Title} (run {answer.Run}, days after {answer.Origin:yyyy-MM-dd})");
        var table = new Table().Border(TableBorder.Simple).AddColumn("Area").AddColumn("Service");
        foreach (var heading in (string[])["Demand", "Change", "95%", "Capacity", "Shortage", "Change", "Match", "Status"]) table.AddColumn(heading, column => column.RightAligned());
        foreach (var row in answer.Rows.Take(most))
        {
            table.AddRow(
                Markup.Escape(row.AreaName),
                Markup.Escape(row.ServiceName),
                Number(row.Demand),
                Signed(row.DemandChange),
                row.Lower95 is null ? "" : $"{Signed(row.Lower95)} to {Signed(row.Upper95)}",
                Number(row.Capacity),
                Number(row.ExpectedShortage),
                Signed(row.ShortageChange),
                row.MatchRate?.ToString("P1", CultureInfo.InvariantCulture) ?? "",
                row.Status ?? "");
        }

        console.Write(table);
        if (answer.Rows.Count > most) console.WriteLine($"{answer.Rows.Count - most:N0} more rows: --rows {answer.Rows.Count} shows them.");
    }

    private static string Number(double? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "";

    private static string Signed(double? value) => value?.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture) ?? "";
}
