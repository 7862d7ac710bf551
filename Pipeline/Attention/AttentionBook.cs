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

/// <summary>Findings of a run, collected while its tables are published: a table's rows are looked at once and are not kept.</summary>
/// <param name="known">Findings that the planning made: of files and of the run itself.</param>
internal sealed class AttentionBook(RunPlan plan, RowNames names, IReadOnlyList<AttentionRow> known)
{
    private readonly Dictionary<PlacedTable, AttentionRow[]> _found = new() { [AttentionRow.Table] = [.. known] };

    // What is most pressing among findings of one severity: the order of these.
    private readonly (PlacedTable Table, Func<IReadOnlyList<PlacedRow>, IEnumerable<AttentionRow>> Find)[] _sources =
    [
        Source(SupplyDemandRow.Table, rows => SupplyFindings.Of(rows, plan.City, names)),
        Source(ForecastAccuracyRow.Table, rows => DriftFindings.Of(rows, plan.City, names)),
        Source(AttentionRow.Table, rows => rows),
        Source(SatisfactionRow.Table, rows => SatisfactionFindings.Of(rows, plan.City, names)),
        Source(FeedbackThemesRow.Table, rows => FeedbackFindings.Of(rows, plan.Origin, plan.City, names)),
        Source(ParticipationRow.Table, rows => ParticipationFindings.Of(rows, plan.City, names)),
        Source(AllocationsRow.Table, rows => MatchFindings.Of(rows, names)),
        Source(MatchDimensionsRow.Table, MatchFindings.Of),
        Source(ImprovementsRow.Table, rows => ImprovementFindings.Of(rows, plan.WaitingOutcomes.ToHashSet(StringComparer.Ordinal), plan.City, names)),
    ];

    /// <summary>Looks for findings in all rows of a table.</summary>
    public void Look(PlacedTable table, IReadOnlyList<PlacedRow> rows)
    {
        foreach (var source in _sources.Where(source => source.Table == table)) _found[table] = [.. source.Find(rows)];
    }

    /// <summary>All findings, the most pressing first.</summary>
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
