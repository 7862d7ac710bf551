using CommunityDemand.Pipeline.Indicators.Improvements;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Indicators.Participation;
using CommunityDemand.Pipeline.Indicators.Satisfaction;
using CommunityDemand.Pipeline.Indicators.Themes;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Findings of a run, collected while its tables are published. Rows of a table are examined once and not kept.</summary>
/// <param name="known">Findings of the planning: about files and about the run itself.</param>
internal sealed class AttentionBook(RunPlan plan, RowNames names, IReadOnlyList<AttentionRow> known)
{
    private readonly Dictionary<PlacedTable, AttentionRow[]> _found = new() { [AttentionRow.Table] = [.. known] };

    // The order of these tables is the order of findings with the same severity, most urgent first.
    private readonly (PlacedTable Table, Func<IReadOnlyList<PlacedRow>, IEnumerable<AttentionRow>> Find)[] _sources =
    [
        Source(SupplyDemandRow.Table, rows => SupplyFindings.Of(rows, plan.City, plan.Frequency, names)),
        Source(ForecastAccuracyRow.Table, rows => DriftFindings.Of(rows, plan.City, names)),
        Source(AttentionRow.Table, rows => rows),
        Source(SatisfactionRow.Table, rows => SatisfactionFindings.Of(rows, plan.City, names)),
        Source(FeedbackThemesRow.Table, rows => FeedbackFindings.Of(rows, plan.Origin, plan.City, names)),
        Source(ParticipationRow.Table, rows => ParticipationFindings.Of(rows, plan.City, names)),
        Source(AllocationsRow.Table, rows => MatchFindings.Of(rows, names)),
        Source(MatchDimensionsRow.Table, MatchFindings.Of),
        Source(
            ImprovementsRow.Table, rows =>
                ImprovementFindings.Of(rows, plan.WaitingOutcomes.ToHashSet(StringComparer.Ordinal), plan.City, names)),
    ];

    /// <summary>Searches all rows of a table for findings.</summary>
    public void Look(PlacedTable table, IReadOnlyList<PlacedRow> rows)
    {
        foreach (var source in _sources.Where(source => source.Table == table)) _found[table] = [.. source.Find(rows)];
    }

    /// <summary>All findings, most urgent first.</summary>
    public IReadOnlyList<AttentionRow> Ranked() =>
    [
        .. _sources.SelectMany(source => _found.GetValueOrDefault(source.Table, []))
            .OrderBy(finding => finding.Severity)
            .Select((finding, index) => finding with { Rank = index + 1 }),
    ];

    private static (PlacedTable, Func<IReadOnlyList<PlacedRow>, IEnumerable<AttentionRow>>) Source<TRow>(
        PlacedTable<TRow> table, Func<IReadOnlyList<TRow>, IEnumerable<AttentionRow>> find)
        where TRow : PlacedRow => (table, rows => find([.. rows.Cast<TRow>()]));
}
