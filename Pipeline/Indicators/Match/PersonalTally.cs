using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>Demand for one service of a community by group of residents, and its capacity.</summary>
internal sealed class PersonalTally(Service service)
{
    private readonly Dictionary<string, ServedDemand> _groups = new(StringComparer.Ordinal);

    public Service Service => service;

    /// <summary>Demand of all residents.</summary>
    public ServedDemand All { get; private set; }

    /// <summary>Demand on days with known capacity, in person-visits.</summary>
    public double WantedOfCapacity { get; private set; }

    /// <summary>Capacity on days with known capacity, in person-visits.</summary>
    public double Capacity { get; set; }

    /// <summary>Demand of each group named in uploads.</summary>
    public IReadOnlyDictionary<string, ServedDemand> Groups => _groups;

    public void Add(UsageFact fact, bool capacityKnown)
    {
        var came = new ServedDemand(fact.Visits, fact.Unmet);
        All += came;
        if (capacityKnown) WantedOfCapacity += came.Wanted;
        if (fact.Group is { } group) _groups[group] = _groups.GetValueOrDefault(group) + came;
    }
}
