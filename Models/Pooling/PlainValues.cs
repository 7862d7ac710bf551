using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.History;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// Values of a node for the whole seasons before an origin, adjusted to ordinary days; NaN where unknown, or where a day tells nothing
/// about ordinary days.
/// </summary>
internal readonly struct PlainValues
{
    // Beyond these factors, a day tells little about ordinary days.
    private const double Least = 0.2, Most = 5;

    public PlainValues(PanelHistory history, int node, int origin, CalendarFactor[]? calendar)
    {
        var nodes = history.Nodes;
        var seasons = Math.Min(SeasonBlocks.Of(nodes), (origin - nodes.First[node]) / nodes.Season);
        First = origin - (Math.Max(0, seasons) * nodes.Season);
        Values = history.Known(node, origin)[First..];
        for (var i = 0; i < Values.Length && calendar is not null; i++) Values[i] = Plain(Values[i], calendar[First + i]);
        Levels = BlockLevels.Of(Values, nodes.Season);
    }

    /// <summary>Period of the first value.</summary>
    public int First { get; }

    public double[] Values { get; }

    /// <summary>Levels of the seasons.</summary>
    public BlockLevels Levels { get; }

    private static double Plain(double value, CalendarFactor factor) =>
        factor.Replaces || factor.Factor is < Least or > Most ? double.NaN : value / factor.Factor;
}
