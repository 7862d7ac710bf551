using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>
/// The sustainability dimension of table <c>MatchDimensions</c>: whether staff are trained and stay, and whether funding keeps up, from
/// capacity uploads up to the origin. A row without a figure does not change that figure. Communities that no longer exist at the origin
/// are left out.
/// </summary>
internal sealed class SustainabilityIndicator : IFactIndicator
{
    public PlacedTable Table => MatchDimensionsRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var (start, end) = (scope.Origin.AddYears(-1), scope.Origin);
        var known = scope.Facts.Capacity
            .Where(fact => fact.From <= end && scope.Areas.TryGetCommunity(fact.Community, out var community) && community.ExistsOn(end))
            .GroupBy(fact => (fact.Community, fact.Service))
            .ToDictionary(group => group.Key, group => Resources.Of([.. group.OrderBy(fact => fact.From)], start, end));
        return new FactTally(() => ServicePlaces.Gather(scope, known)
            .SelectMany(place =>
                Measures([.. place], start, end)
                    .Select(measure => measure.At(place.Key.Area.Level, place.Key.Area.Code, place.Key.Scope))));
    }

    private static IEnumerable<MatchMeasure> Measures(Resources[] resources, DateOnly start, DateOnly end)
    {
        var (staff, trained) = (resources.Sum(one => one.Trained?.Of ?? 0), resources.Sum(one => one.Trained?.Staff ?? 0));
        double? share = staff > 0 ? trained / staff : null;
        yield return new MatchMeasure(MatchMeasure.Sustainability, "trained_staff", share, 1, 1 - share, staff, end, end);

        var turnover = resources.Aggregate(default(StaffTurnover), (sum, one) => sum + (one.Turnover ?? default));
        double? lost = turnover.Rate is { } rate ? Math.Min(1, rate) : null;
        yield return new MatchMeasure(
            MatchMeasure.Sustainability, "staff_turnover", turnover.Rate, 0, lost, turnover.MeanStaff, start.AddDays(1), end);

        var funded = resources.Where(one => one.Funding is not null).Select(one => one.Funding!.Value).ToArray();
        var before = funded.Sum(funding => funding.Before);
        double? change = before > 0 ? (funded.Sum(funding => funding.Now) / before) - 1 : null;
        yield return new MatchMeasure(
            MatchMeasure.Sustainability, "funding_change", change, 0, change is { } cut ? Math.Max(0, -cut) : null, funded.Length, start,
            end);
    }

    /// <summary>Resources of one community's service; null where uploads give none.</summary>
    /// <param name="Trained">Trained staff and all staff of the same count, at the last count, in persons.</param>
    /// <param name="Turnover">Turnover over the last year.</param>
    /// <param name="Funding">Funding a year before the origin, and at the origin.</param>
    private sealed record Resources((double Staff, double Of)? Trained, StaffTurnover? Turnover, (double Before, double Now)? Funding)
    {
        public static Resources Of(IReadOnlyList<CapacityFact> facts, DateOnly start, DateOnly end)
        {
            var counted = facts.LastOrDefault(fact => fact is { Staff: not null, TrainedStaff: not null });
            var funded = facts.Where(fact => fact.Funding is not null).ToArray();
            return new Resources(
                counted is null ? null : (Math.Min(counted.TrainedStaff!.Value, counted.Staff!.Value), counted.Staff.Value),
                StaffTurnover.Of(
                    [.. facts.Where(fact => fact.Staff is not null).Select(fact => (fact.From, fact.Staff!.Value))], start, end),
                funded.LastOrDefault(fact => fact.From <= start)?.Funding is { } before ? (before, funded[^1].Funding!.Value) : null);
        }
    }
}
