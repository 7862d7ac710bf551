using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// The multiplicative seasonal index of a node at an origin, by phase, each with mean 1: its own index, that of its group, that of all
/// series, and its own index shrunk to its group's.
/// </summary>
/// <remarks>
/// The shrinkage is that of James and Stein: the own index has the weight <c>max(0, 1 - within / between)</c>. Here within is the
/// variance of the own index over seasons, divided by their number; between is its squared distance from the index of the group. Pooled
/// seasonal indices over groups go back to Dalhart 1974 and Bunn and Vassilopoulos 1999.
/// </remarks>
internal sealed class SeasonalIndex(int season)
{
    private const double WeightOfOneSeason = 0.2;

    private readonly bool[] _shut = new bool[season];

    public double[] Own { get; } = new double[season];

    public double[] Group { get; } = new double[season];

    public double[] Global { get; } = new double[season];

    public double[] Shrunk { get; } = new double[season];

    /// <summary>The group behind <see cref="Group"/>.</summary>
    public required Pool Peers { get; init; }

    /// <summary>Number of seasons behind the own index.</summary>
    public int Blocks { get; private set; }

    /// <summary>Factor of the calendar for each period; null without effects.</summary>
    public required CalendarFactor[]? Calendar { get; init; }

    /// <param name="ownInPools">Whether the node's own sums are part of its groups' sums.</param>
    public static SeasonalIndex Of(PanelHistory history, int node, int origin, PoolTable pools, bool ownInPools)
    {
        var nodes = history.Nodes;
        var peers = pools.GroupOf(nodes.Hierarchy, node);
        var calendar = pools.CalendarOf(nodes.Hierarchy, node) is { } profile ? history.Calendars.Over(profile) : null;
        var plain = new PlainValues(history, node, origin, calendar);
        var own = SeasonalSums.Of(nodes, plain);
        var index = new SeasonalIndex(nodes.Season) { Peers = peers, Calendar = calendar };
        var without = ownInPools ? own : null;
        var hasOwn = own.Index(index.Own);
        if (!pools.All.Sums.Index(index.Global, without)) own.Index(index.Global);
        if (!index.Peers.Sums.Index(index.Group, without)) index.Global.CopyTo(index.Group, 0);
        var weight = hasOwn ? index.WeightOnOwn(nodes, plain) : 0;
        for (var j = 0; j < nodes.Season; j++)
        {
            index.Shrunk[j] = (weight * index.Own[j]) + ((1 - weight) * index.Group[j]);
            index._shut[j] = own.IsShut(j) || (own.Values[j] == 0 && peers.Sums.IsShut(j));
        }

        return index;
    }

    /// <summary>The index of a period: the index of its phase, combined with the factor of the calendar.</summary>
    public double At(NodePanel nodes, int period)
    {
        var season = Shrunk[nodes.PhaseAt(period)];
        return Calendar is null ? season : Calendar[period].On(season);
    }

    /// <summary>Whether the phase of a period never has demand, and no special day replaces the phase.</summary>
    public bool IsShut(NodePanel nodes, int period) => _shut[nodes.PhaseAt(period)] && Calendar?[period].Replaces != true;

    private double WeightOnOwn(NodePanel nodes, PlainValues plain)
    {
        var season = nodes.Season;
        if (season < 2) return 1;
        var values = plain.Values;
        var (squares, count, level) = (0.0, 0, 0.0);
        for (var start = values.Length - season; start >= 0; start -= season)
        {
            var mean = SeasonalSums.BlockMean(values.AsSpan(start, season));
            if (double.IsNaN(mean)) continue;
            Blocks++;
            level += mean;
            for (var j = 0; j < season; j++)
            {
                var value = values[start + j];
                if (double.IsNaN(value)) continue;
                var error = value - (mean * Own[nodes.PhaseAt(plain.First + start + j)]);
                squares += error * error;
                count++;
            }
        }

        if (Blocks == 0) return 0;
        if (Blocks == 1) return WeightOfOneSeason;
        level /= Blocks;
        var within = squares / (count * (Blocks - 1.0) / Blocks) / (level * level);
        var between = 0.0;
        for (var j = 0; j < season; j++) between += (Own[j] - Group[j]) * (Own[j] - Group[j]);
        between /= season - 1;
        return between > 0 ? Math.Max(0, 1 - (within / Blocks / between)) : 0;
    }
}
