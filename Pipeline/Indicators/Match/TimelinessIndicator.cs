using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Timeliness;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>
/// The timeliness dimension of table <c>MatchDimensions</c>: response times of residents' requests over the last 13 weeks.
/// </summary>
internal sealed class TimelinessIndicator : IFactIndicator
{
    private const double Median = 0.5;
    private const double NineInTen = 0.9;

    public PlacedTable Table => MatchDimensionsRow.Table;

    public FactTally Begin(IndicatorScope scope)
    {
        var (from, to) = (scope.FirstOfQuarter, scope.Origin);
        var known = new Dictionary<(string Community, string Service), Waits>();

        IEnumerable<MatchDimensionsRow> Rows() => ServicePlaces.Gather(scope, known)
            .SelectMany(place =>
                Measures([.. place], from, to).Select(measure => measure.At(place.Key.Area.Level, place.Key.Area.Code, place.Key.Scope)));

        return new FactTally(Rows) { Usage = new(from, fact => Count(fact, scope, known)) };
    }

    private static void Count(UsageFact fact, IndicatorScope scope, Dictionary<(string Community, string Service), Waits> known)
    {
        if (fact.Responses is not { } responses) return;
        var key = (fact.Community, fact.Service);
        if (!known.TryGetValue(key, out var waits))
            known.Add(key, waits = new(scope.Services[fact.Service].ResponseTargetMinutes, new(ResponseTimes.UpperBounds)));
        waits.Minutes.Add(responses.Counts);
    }

    private static IEnumerable<MatchMeasure> Measures(Waits[] waits, DateOnly from, DateOnly to)
    {
        var all = new ResponseHistogram(ResponseTimes.UpperBounds);
        foreach (var one in waits) all.Add(one.Minutes);
        if (all.Count == 0) yield break;

        // Minutes of services with different targets have no common target; the share within target has one, each service with its own.
        double? target = waits.All(one => one.Target == waits[0].Target) ? waits[0].Target : null;
        yield return Minutes("median_minutes", Median);
        yield return Minutes("p90_minutes", NineInTen);
        var within = waits.Sum(one => one.Minutes.Within(one.Target)) / all.Count;
        yield return new MatchMeasure(
            MatchMeasure.Timeliness, "within_target", within, 1, RelativeShortfall.Of(within, 1), all.Count, from, to).OfPersons();

        MatchMeasure Minutes(string name, double share)
        {
            var minutes = all.Quantile(share);
            return new MatchMeasure(
                MatchMeasure.Timeliness, name, minutes, target, RelativeShortfall.Of(target, minutes), all.Count, from, to).OfPersons();
        }
    }

    /// <param name="Target">Target of the service, in minutes.</param>
    private sealed record Waits(int Target, ResponseHistogram Minutes);
}
