using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>A published run, loaded for what-if questions. It is immutable, so concurrent questions are safe.</summary>
internal sealed class WhatIfRun(WhatIfBasis basis, IReadOnlyList<DemandSeries> series)
{
    // Limit for keeping places in memory: a thousand communities with twelve services over four weeks need about 130 MB. In larger
    // cities, answers take longer instead.
    private const int MostKept = 500_000;

    private readonly Dictionary<(AreaLevel Level, string Code), string> _areaNames =
        basis.Areas.ToDictionary(area => (area.Level, area.Code), area => area.Name);

    private readonly Lazy<ScenarioTally> _scenarios = new(() => new ScenarioTally(ScenarioSeriesMaker.Of(series, basis), basis.City));

    public WhatIfBasis Basis => basis;

    /// <summary>Series in the order of the forecast file.</summary>
    public IReadOnlyList<DemandSeries> Series => series;

    /// <summary>Sums of the forecast, for comparison with scenarios.</summary>
    public ScenarioTally Scenarios => _scenarios.Value;

    /// <summary>Places that can receive extra capacity.</summary>
    public AllocationPlaces Places { get; } =
        new(new SupplyPlaces(basis.City, basis.Periods, basis.Capacities), keep: (long)series.Count * basis.Horizon <= MostKept);

    public AnsweredPlace Place(AreaLevel level, string area, ServiceScope scope) =>
        new(level.Code(), area, _areaNames[(level, area)], scope.Level, scope.Code, basis.NameOf(scope));
}
