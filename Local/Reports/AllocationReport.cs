using System.Globalization;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using Spectre.Console;

namespace CommunityDemand.Local.Reports;

/// <summary>Table of an allocation's answer.</summary>
internal sealed class AllocationReport(IAnsiConsole console)
{
    private static readonly string[] Headings =
        ["Budget", "Units", "Visits a day", "Shortage before", "After", "Removed", "In proportion", "Match", "Next unit"];

    public void Write(AllocationAnswer answer, int most) => AnswerTable.Write(
        console,
        $"Extra {answer.Resource}, by {answer.Pool} (run {answer.Run}, after {answer.Origin:yyyy-MM-dd})",
        Headings,
        answer.Rows,
        most,
        row =>
        [
            row.AreaName,
            row.ServiceName,
            Number(row.Budget),
            Number(row.Units),
            Number(row.ExtraCapacity),
            Number(row.ShortageBefore),
            Number(row.ShortageAfter),
            Number(row.ShortageRemoved),
            Number(row.ProportionalRemoved),
            string.Create(CultureInfo.InvariantCulture, $"{row.MatchRateBefore:P1} to {row.MatchRateAfter:P1}"),
            Number(row.NextUnitGain),
        ]);

    private static string Number(double? value) => value?.ToString("#,0.#", CultureInfo.InvariantCulture) ?? "";
}
