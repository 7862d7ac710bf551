using System.Globalization;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>Table of a scenario's answer.</summary>
internal sealed class ScenarioReport(IAnsiConsole console)
{
    private static readonly string[] Headings = ["Demand", "Change", "95%", "Capacity", "Shortage", "Change", "Match", "Status"];

    public void Write(ScenarioAnswer answer, int most) => AnswerTable.Write(
        console,
        $"{MessageTexts.English.Render(answer.Title)} (run {answer.Run}, after {answer.Origin:yyyy-MM-dd})",
        Headings,
        answer.Rows,
        most,
        row =>
        [
            row.AreaName,
            row.ServiceName,
            Number(row.Demand),
            Signed(row.DemandChange),
            row.Lower95 is null ? "" : $"{Signed(row.Lower95)} to {Signed(row.Upper95)}",
            Number(row.Capacity),
            Number(row.ExpectedShortage),
            Signed(row.ShortageChange),
            row.MatchRate?.ToString("P1", CultureInfo.InvariantCulture) ?? "",
            row.Status ?? "",
        ]);

    private static string Number(double? value) => value?.ToString("N0", CultureInfo.InvariantCulture) ?? "";

    private static string Signed(double? value) => value?.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture) ?? "";
}
