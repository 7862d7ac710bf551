using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Demand that is counted by longer periods than the city's, and so is left out.</summary>
internal sealed class CoarserDemand
{
    private readonly Dictionary<string, double> _services = new(StringComparer.Ordinal);
    private Frequency _period;

    public void Add(UsageFact fact)
    {
        _services[fact.Service] = _services.GetValueOrDefault(fact.Service) + fact.Demand;
        if (fact.Period > _period) _period = fact.Period;
    }

    /// <summary>What is left out, the largest services first; null where nothing is.</summary>
    /// <param name="counted">Demand that counts.</param>
    public Message? Warning(Cadence cadence, DemandGrid counted)
    {
        if (_services.Count == 0) return null;
        var left = _services.Values.Sum();
        var kept = counted.Series.Sum(series => series.Demand.Where(double.IsFinite).Sum());
        return PanelMessages.Coarser(
            cadence.Frequency, _period, left + kept > 0 ? left / (left + kept) : 1,
            [.. _services.OrderByDescending(of => of.Value).ThenBy(of => of.Key, StringComparer.Ordinal).Select(of => of.Key)]);
    }
}
