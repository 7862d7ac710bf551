using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>A published run, read so that what-ifs can be asked of it. It never changes, so that many may ask at once.</summary>
internal sealed class WhatIfRun(WhatIfBasis basis, IReadOnlyList<DemandSeries> series)
{
    // A thousand communities with twelve services over four weeks: they take some 130 MB. Larger cities wait for answers instead.
    private const int MostKept = 500_000;

    private readonly Dictionary<(AreaLevel Level, string Code), string> _areaNames =
        basis.Areas.ToDictionary(area => (area.Level, area.Code), area => area.Name);

    private readonly Lazy<ScenarioTally> _scenarios = new(() => new ScenarioTally(ScenarioSeriesMaker.Of(series, basis), basis.City));

    public WhatIfBasis Basis => basis;

    /// <summary>In the order of the forecast file.</summary>
    public IReadOnlyList<DemandSeries> Series => series;

    /// <summary>Its forecast summed up, against which scenarios are set.</summary>
    public ScenarioTally Scenarios => _scenarios.Value;

    /// <summary>Where extra capacity may go.</summary>
    public AllocationPlaces Places { get; } = new(new SupplyPlaces(basis.City, basis.Origin, basis.Capacities), keep: (long)series.Count * basis.Horizon <= MostKept);

    public AnsweredPlace Place(AreaLevel level, string area, ServiceScope scope) =>
        new(level.Code(), area, _areaNames[(level, area)], scope.Level, scope.Code, basis.NameOf(scope));
}
