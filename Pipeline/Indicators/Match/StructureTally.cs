using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>Demand and supply of one area and service scope, in person-visits, by each informative division.</summary>
internal sealed class StructureTally
{
    /// <summary>
    /// The handbook's national figure: supply of 68% basic, 25% professional and 7% digital services, demand of 65, 28 and 7%.
    /// </summary>
    private const double National = 0.03;

    private readonly Division _services = new("services");
    private readonly Division _needClasses = new("need_classes");
    private readonly Division _supplyTypes = new("supply_types");
    private readonly Division _communities = new("communities");

    /// <param name="supplyType">Supply type; null where the run does not know it.</param>
    public void Add(string community, string service, string needClass, string? supplyType, double demand, double supply)
    {
        _communities.Add(community, demand, supply);
        _services.Add(service, demand, supply);
        _needClasses.Add(needClass, demand, supply);
        if (supplyType is not null) _supplyTypes.Add(supplyType, demand, supply);
    }

    /// <summary>One measure for each division into at least two parts; with a single part, shares are trivial.</summary>
    /// <param name="ofAllServices">Whether the tally covers all services, like the national figure.</param>
    public IEnumerable<MatchMeasure> Measures(bool ofAllServices, DateOnly from, DateOnly to)
    {
        foreach (var division in (Division[])[_services, _needClasses, _supplyTypes, _communities])
        {
            if (division.Parts < 2 || division.Index() is not { } index) continue;
            double? reference = ofAllServices && division == _supplyTypes ? National : null;
            yield return new MatchMeasure(MatchMeasure.Structural, division.Name, index, reference, index, division.Parts, from, to);
        }
    }

    private sealed class Division(string name)
    {
        private readonly Dictionary<string, (double Demand, double Supply)> _parts = new(StringComparer.Ordinal);

        public string Name => name;

        public int Parts => _parts.Count;

        public void Add(string part, double demand, double supply)
        {
            var sum = _parts.GetValueOrDefault(part);
            _parts[part] = (sum.Demand + demand, sum.Supply + supply);
        }

        public double? Index() => Dissimilarity.Of(_parts.Values);
    }
}
