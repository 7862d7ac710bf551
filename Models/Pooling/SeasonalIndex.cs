using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;

namespace CommunityDemand.Models.Pooling;

/// <summary>
/// The multiplicative seasonal index of a node at an origin, by phase, each with mean 1: its own index, that of its group, that of all
/// series, and a mixture of these and of no season.
/// </summary>
/// <remarks>
/// The shares of the mixture are those that predict left-out seasons best, see <see cref="IndexEvidence"/>. Pooled seasonal indices over
/// groups go back to Dalhart 1974 and Bunn and Vassilopoulos 1999.
/// </remarks>
internal sealed class SeasonalIndex(int season)
{
    private readonly bool[] _shut = new bool[season];

    public double[] Own { get; } = new double[season];

    public double[] Group { get; } = new double[season];

    public double[] Global { get; } = new double[season];

    /// <summary>The index that members use: the mixture.</summary>
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
        var calendar = pools.FactorsOf(history, node);
        var plain = new PlainValues(history, node, origin, calendar);
        var own = SeasonalSums.Of(nodes, plain);
        var index = new SeasonalIndex(nodes.Season) { Peers = peers, Calendar = calendar };
        var without = ownInPools ? own : null;
        own.Index(index.Own);
        if (!pools.All.Sums.Index(index.Global, without)) own.Index(index.Global);
        var hasGroup = peers.Sums.Index(index.Group, without);
        if (!hasGroup) index.Global.CopyTo(index.Group, 0);
        var evidence = EvidenceOf(nodes, plain, own, pools, peers, without);
        index.Blocks = evidence.Seasons;
        index.Mix(evidence.Seasons < 2 ? pools.Shares.Untested(evidence.Seasons, hasGroup) : evidence.Shares(pools.Shares));
        for (var j = 0; j < nodes.Season; j++) index._shut[j] = own.IsShut(j) || (own.IsEmpty(j) && peers.Sums.IsShut(j));
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

    public static IndexEvidence EvidenceOf(
        NodePanel nodes, PlainValues plain, SeasonalSums own, PoolTable pools, Pool peers, SeasonalSums? without) =>
        IndexEvidence.Of(nodes, plain, own, (index, fold) =>
            peers.Sums.Index(index, without, fold) || pools.All.Sums.Index(index, without, fold));

    private void Mix(IndexShares shares)
    {
        var simple = Own;
        if (shares.Simple > 0 && SimpleIndex.Exists(season)) SimpleIndex.Write(Own, simple = new double[season]);
        for (var j = 0; j < season; j++)
        {
            Shrunk[j] = Math.Max(
                SeasonalSums.Floor,
                1 + (shares.Own * (Own[j] - 1)) + (shares.Simple * (simple[j] - 1)) + (shares.Group * (Group[j] - 1)));
        }
    }
}
