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
    // What is most pressing among findings of one severity: the order of these.
    private static readonly Type?[] Order =
    [
        typeof(SupplyDemandRow), typeof(ForecastAccuracyRow), null, typeof(SatisfactionRow), typeof(FeedbackThemesRow), typeof(ParticipationRow),
        typeof(AllocationsRow), typeof(MatchDimensionsRow), typeof(ImprovementsRow),
    ];

    private readonly Dictionary<Type, AttentionRow[]> _found = [];
    private readonly HashSet<string> _waiting = [.. plan.WaitingOutcomes];

    /// <summary>Looks for findings in all rows of a table.</summary>
    public void Look(PlacedTable table, IReadOnlyList<PlacedRow> rows)
    {
        if (table == SupplyDemandRow.Table) Add(rows, (IReadOnlyList<SupplyDemandRow> of) => SupplyFindings.Of(of, plan.City, names));
        else if (table == ForecastAccuracyRow.Table) Add(rows, (IReadOnlyList<ForecastAccuracyRow> of) => DriftFindings.Of(of, plan.City, names));
        else if (table == SatisfactionRow.Table) Add(rows, (IReadOnlyList<SatisfactionRow> of) => SatisfactionFindings.Of(of, plan.City, names));
        else if (table == FeedbackThemesRow.Table) Add(rows, (IReadOnlyList<FeedbackThemesRow> of) => FeedbackFindings.Of(of, plan.Origin, plan.City, names));
        else if (table == ParticipationRow.Table) Add(rows, (IReadOnlyList<ParticipationRow> of) => ParticipationFindings.Of(of, plan.City, names));
        else if (table == AllocationsRow.Table) Add(rows, (IReadOnlyList<AllocationsRow> of) => MatchFindings.Of(of, names));
        else if (table == MatchDimensionsRow.Table) Add(rows, (IReadOnlyList<MatchDimensionsRow> of) => MatchFindings.Of(of));
        else if (table == ImprovementsRow.Table) Add(rows, (IReadOnlyList<ImprovementsRow> of) => ImprovementFindings.Of(of, _waiting, plan.City, names));
    }

    /// <summary>All findings, the most pressing first.</summary>
    public IReadOnlyList<AttentionRow> Ranked() =>
    [
        .. Order
            .SelectMany(source => source is null ? known : _found.GetValueOrDefault(source, []))
            .OrderBy(finding => finding.Severity)
            .Select((finding, index) => finding with { Rank = index + 1 }),
    ];

    private void Add<TRow>(IReadOnlyList<PlacedRow> rows, Func<IReadOnlyList<TRow>, IEnumerable<AttentionRow>> find)
        where TRow : PlacedRow => _found[typeof(TRow)] = [.. find([.. rows.Cast<TRow>()])];
}
