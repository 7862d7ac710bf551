using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Supply;
using CommunityDemand.Pipeline.Datasets;

namespace CommunityDemand.Pipeline.Indicators.Match;

/// <summary>What came to one community's service, by group of residents, and what it could have served.</summary>
internal sealed class PersonalTally(Service service)
{
    private readonly Dictionary<string, ServedDemand> _groups = new(StringComparer.Ordinal);

    public Service Service => service;

    /// <summary>All that came.</summary>
    public ServedDemand All { get; private set; }

    /// <summary>What came on days whose capacity is known, in person-visits wanted.</summary>
    public double WantedOfCapacity { get; private set; }

    /// <summary>Person-visits that could be served on those days that have a capacity.</summary>
    public double Capacity { get; set; }

    /// <summary>Of each group that uploads name.</summary>
    public IReadOnlyDictionary<string, ServedDemand> Groups => _groups;

    public void Add(UsageFact fact, bool capacityKnown)
    {
        var came = new ServedDemand(fact.Visits, fact.Unmet);
        All += came;
        if (capacityKnown) WantedOfCapacity += came.Wanted;
        if (fact.Group is { } group) _groups[group] = _groups.GetValueOrDefault(group) + came;
    }
}
