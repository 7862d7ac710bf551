using CommunityDemand.Pipeline.Attention;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Indicators.Participation;
using CommunityDemand.Pipeline.Indicators.Residents;
using CommunityDemand.Pipeline.Indicators.Satisfaction;
using CommunityDemand.Pipeline.Indicators.Themes;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Pipeline.Reading;

/// <summary>The public tables, each declared by the type of its rows.</summary>
internal static class PublicTables
{
    /// <summary>All tables, in the order that readers see.</summary>
    public static IReadOnlyList<PublicTable> All { get; } =
    [
        AttentionRow.Table,
        ForecastsRow.Table,
        SupplyDemandRow.Table,
        ResidentsRow.Table,
        SatisfactionRow.Table,
        ParticipationRow.Table,
        MatchDimensionsRow.Table,
        FeedbackThemesRow.Table,
        ImprovementsRow.Table,
        AllocationsRow.Table,
        ScenariosRow.Table,
        ForecastAccuracyRow.Table,
        PathRow.Table,
        RunRecord.Table,
        ModelsRow.Table,
    ];

    /// <summary>The tables whose rows are a run's.</summary>
    public static IEnumerable<PlacedTable> OfRuns => All.OfType<PlacedTable>();

    /// <summary>A table by its name, in any case; null where there is none.</summary>
    public static PublicTable? Find(string name) =>
        All.FirstOrDefault(table => table.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
