using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>The best use of extra capacity, and the dimension with the largest mismatch between supply and needs.</summary>
internal static class MatchFindings
{
    private const int MostPlaces = 3;
    private const double LeastMismatch = 0.1;
    private const string CoverageOf = "coverage:";

    // Less than one visit over the horizon is negligible; so is less than half a visit at a place.
    private const double LeastRemoved = 1;
    private const double LeastOfPlace = 0.5;

    /// <summary>Only the first of several resources counts, as on the dashboard.</summary>
    public static IEnumerable<AttentionRow> Of(IReadOnlyList<AllocationsRow> rows, RowNames names)
    {
        var resource = rows.Select(row => row.Resource).Min(StringComparer.Ordinal);
        AllocationsRow[] own = [.. rows.Where(row => row.Resource == resource).OrderByDescending(row => row.Figures.ShortageRemoved)];
        var all = own.FirstOrDefault(row => row.Level == AreaLevel.City && row.Scope == ServiceScope.All);
        var service = own.FirstOrDefault(row => row.Level == AreaLevel.City && row.Scope.Level == ServiceScope.ServiceLevel);
        if (all is null || service is null || all.Figures.ShortageRemoved < LeastRemoved) yield break;
        var places = own
            .Where(row => row.Level == AreaLevel.Community && row.Scope == ServiceScope.All && row.Figures.ShortageRemoved >= LeastOfPlace)
            .Take(MostPlaces)
            .Select(row => AttentionMessages.Visits(names.Of(row.Level, row.Area).Name, row.Figures.ShortageRemoved));
        var text = IndicatorMessages.BestUse(
            all.Figures.ExtraCapacity, all.Figures.ShortageRemoved, all.Figures.ShortageBefore, all.Figures.ProportionalRemoved,
            names.Of(service.Scope), service.Figures.ShortageRemoved, [.. places]);
        yield return Finding.At(all, Severity.Watch, text) with
        {
            Value = all.Figures.ShortageRemoved,
            Reference = all.Figures.ShortageBefore
        };
    }

    public static IEnumerable<AttentionRow> Of(IReadOnlyList<MatchDimensionsRow> rows)
    {
        var worst = rows
            .Where(row => row is { Level: AreaLevel.City, Mismatch: >= LeastMismatch } && row.Scope == ServiceScope.All)
            .MaxBy(row => row.Mismatch);
        if (worst is null) yield break;
        yield return Finding.At(
            worst, Severity.Watch,
            IndicatorMessages.Mismatch(worst.Dimension, Measure(worst.Measure), worst.Mismatch!.Value, worst.Basis)) with
        {
            Value = worst.Value,
            Reference = worst.Reference,
            Share = worst.Mismatch,
            Since = worst.From,
            Until = worst.To,
        };
    }

    private static object Measure(string code) =>
        code.StartsWith(CoverageOf, StringComparison.Ordinal) ? IndicatorMessages.Coverage(code[CoverageOf.Length..]) : code;
}
