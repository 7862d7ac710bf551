using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// A node's multiplicative seasonal index at an origin, by phase, each of mean 1: its own, its group's, that of all, and its own shrunk to
/// its group's.
/// </summary>
/// <remarks>
/// The shrinkage is James and Stein's: the own index weighs <c>max(0, 1 - within / between)</c>, where within is the variance
/// of the own index over seasons (divided by their number) and between its squared distance from the group's. Pooling
/// seasonal indices over groups follows Dalhart 1974 and Bunn and Vassilopoulos 1999.
/// </remarks>
internal sealed class SeasonalIndex(int season)
{
    private const double WeightOfOneSeason = 0.2;

    private readonly bool[] _shut = new bool[season];

    public double[] Own { get; } = new double[season];

    public double[] Group { get; } = new double[season];

    public double[] Global { get; } = new double[season];

    public double[] Shrunk { get; } = new double[season];

    /// <summary>The group that <see cref="Group"/> is of.</summary>
    public required Pool Peers { get; init; }

    /// <summary>Seasons that the own index rests on.</summary>
    public int Blocks { get; private set; }

    /// <summary>What the calendar does, a factor a period; null for nothing.</summary>
    public required CalendarFactor[]? Calendar { get; init; }

    /// <param name="ownInPools">Whether the node's own sums stand in its groups'.</param>
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

    /// <summary>The index of a period: that of its phase, and what the calendar makes of it.</summary>
    public double At(NodePanel nodes, int period)
    {
        var season = Shrunk[nodes.PhaseAt(period)];
        return Calendar is null ? season : Calendar[period].On(season);
    }

    /// <summary>Whether a period is of a phase that never sees demand, and no special day takes its place.</summary>
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
