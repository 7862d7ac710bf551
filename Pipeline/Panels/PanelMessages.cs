using CommunityDemand.Domain.Messages;

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
    public static Message Silent(int days, IReadOnlyCollection<string> communities) =>
        new("usage.silent", ("count", communities.Count), ("days", days), ("communities", Named(communities)));

    /// <summary>Communities with usage are in no row of dataset communities.</summary>
    /// <param name="district">Name of the district that contains these communities.</param>
    public static Message Lost(string district, IReadOnlyCollection<string> communities) =>
        new("usage.lost", ("count", communities.Count), ("district", district), ("communities", Named(communities)));

    private static object[] Named(IReadOnlyCollection<string> communities)
    {
        IEnumerable<object> named = communities.Order(StringComparer.Ordinal).Take(MostNamed);
        return [.. communities.Count > MostNamed ? named.Append(More(communities.Count - MostNamed)) : named];
    }

    /// <summary>Number of further names.</summary>
    public static Message More(int count) => new("more", ("count", count));
}
