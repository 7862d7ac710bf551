using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Expected shortages, and services close to capacity.</summary>
internal static class SupplyFindings
{
    private const int MostServices = 3;
    private const int MostPlaces = 3;
    private const string Short = "short";
    private const string Tight = "tight";

    // Less than one visit over the horizon is negligible; so is less than half a visit at a place.
    private const double LeastShortage = 1;
    private const double LeastOfPlace = 0.5;

    public static IEnumerable<AttentionRow> Of(
        IReadOnlyList<SupplyDemandRow> rows, string city, Frequency frequency, RowNames names)
    {
        SupplyDemandRow[] services = [.. rows.Where(row => row.Level == AreaLevel.City && row.Scope.Level == ServiceScope.ServiceLevel)];
        if (services.Length == 0)
        {
            yield return Finding.Of(city, Severity.Watch, AttentionMessages.NoCapacity());
            yield break;
        }

        SupplyDemandRow[] worst = [.. services.Where(row => row.ExpectedShortage >= LeastShortage)
            .OrderByDescending(row => row.ExpectedShortage)];
        foreach (var row in worst.Take(MostServices)) yield return Shortage(row, rows, frequency, names);
        if (worst.Length > MostServices)
            yield return Finding.Of(
                city, Severity.Watch,
                AttentionMessages.MoreShortages(worst.Length - MostServices)) with
            {
                Count = worst.Length - MostServices
            };
        SupplyDemandRow[] tight = [.. services.Where(row => row.Status == Tight && row.ExpectedShortage < LeastShortage)];
        if (tight.Length > 0)
            yield return Finding.Of(city, Severity.Watch, AttentionMessages.Tight([.. tight.Select(row => names.Of(row.Scope))])) with
            {
                Count = tight.Length
            };
    }

    private static AttentionRow Shortage(
        SupplyDemandRow row, IReadOnlyList<SupplyDemandRow> rows, Frequency frequency, RowNames names)
    {
        var places = rows
            .Where(place => place.Level == AreaLevel.Community && place.Scope == row.Scope && place.ExpectedShortage >= LeastOfPlace)
            .OrderByDescending(place => place.ExpectedShortage)
            .ThenBy(place => place.Area, StringComparer.Ordinal)
            .Take(MostPlaces)
            .Select(place => AttentionMessages.Visits(names.Of(place.Level, place.Area).Name, place.ExpectedShortage));
        var text = AttentionMessages.Shortage(
            names.Of(row.Scope), row.ExpectedShortage, row.ExpectedDemand, 1 - row.MatchRate, row.To, [.. places], frequency,
            row.WorstDate);
        return Finding.At(row, row.Status == Short ? Severity.Act : Severity.Watch, text) with
        {
            Value = row.ExpectedShortage,
            Reference = row.ExpectedDemand,
            Share = 1 - row.MatchRate,
            Until = row.To,
        };
    }
}
