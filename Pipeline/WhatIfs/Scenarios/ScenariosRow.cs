using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>A row of table <c>Scenarios</c>.</summary>
internal sealed record ScenariosRow : PlacedRow
{
    public static PlacedTable<ScenariosRow> Table { get; } =
        new() { Name = "Scenarios", RowIs = "a what-if, an area, a service (or class, or all)" };

    [KeyPart(1)]
    [Label("Scenario", "情景")]
    [Column("`ageing`, `surge`, `closed-centre` or `new-centre`", "情景：老龄化、需求激增、关闭网点、新增网点", Words = "whatIf")]
    public required string Scenario { get; init; }

    [Column("assumption in words", "情景的假设")]
    public required Message Title { get; init; }

    [Columns]
    public required ScenarioFigures Figures { get; init; }
}
