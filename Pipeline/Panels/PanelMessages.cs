using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Messages on the usage that a run reads, for planners.</summary>
internal static class PanelMessages
{
    private const int MostNamed = 5;

    public static Message NoUsageUntil(DateOnly until) => new("usage.none_until", ("until", until));

    public static Message NoUsageBetween(DateOnly from, DateOnly until) => new("usage.none_between", ("from", from), ("until", until));

    /// <summary>All usage is on days on which its community did not exist.</summary>
    public static Message NoneExisted(DateOnly from, DateOnly until) => new("usage.none_existed", ("from", from), ("until", until));

    /// <summary>Communities whose reports stopped count as closed.</summary>
    /// <param name="periods">Periods of the frequency without a report.</param>
    public static Message Silent(Frequency frequency, int periods, IReadOnlyCollection<string> communities) => new(
        "usage.silent", ("count", communities.Count), ("span", SpanMessages.Of(frequency, periods)),
        ("communities", Named(communities.Order(StringComparer.Ordinal))));

    /// <summary>Services that are counted by longer periods than the city's are left out.</summary>
    /// <param name="frequency">Frequency of the city.</param>
    /// <param name="period">Longest period that the services are counted by.</param>
    /// <param name="share">Their share of all demand.</param>
    /// <param name="services">Codes of the services, the largest first.</param>
    public static Message Coarser(Frequency frequency, Frequency period, double share, IReadOnlyCollection<string> services) => new(
        "usage.coarser", ("count", services.Count), ("services", Named(services)), ("period", period.Code()), ("share", share),
        ("frequency", frequency.Code()));

    /// <summary>Communities with usage are in no row of dataset communities.</summary>
    /// <param name="district">Name of the district that contains these communities.</param>
    public static Message Lost(string district, IReadOnlyCollection<string> communities) => new(
        "usage.lost", ("count", communities.Count), ("district", district),
        ("communities", Named(communities.Order(StringComparer.Ordinal))));

    private static object[] Named(IEnumerable<string> all)
    {
        string[] codes = [.. all];
        IEnumerable<object> named = codes.Take(MostNamed);
        return [.. codes.Length > MostNamed ? named.Append(More(codes.Length - MostNamed)) : named];
    }

    /// <summary>Number of further names.</summary>
    public static Message More(int count) => new("more", ("count", count));
}
