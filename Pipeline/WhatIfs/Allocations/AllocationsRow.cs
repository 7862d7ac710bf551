using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.WhatIfs.Allocations;

/// <summary>A row of table <c>Allocations</c>.</summary>
internal sealed record AllocationsRow : PlacedRow
{
    public static PlacedTable<AllocationsRow> Table { get; } =
        new() { Name = "Allocations", RowIs = "an area, a service (or class, or all), where extra capacity goes" };

    [KeyPart(1)]
    [Label("Resource", "资源")]
    [Column(
        "allocated resource: `visits` (person-visits a day), `staff` (employees) or `funding` (as uploaded)",
        "分配的资源：每日人次、人员或资金（按文件所载）", Words = "resource")]
    public required string Resource { get; init; }

    [Columns]
    public required AllocationFigures Figures { get; init; }
}
