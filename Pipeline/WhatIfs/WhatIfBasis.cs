using System.Text.Json.Serialization;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;

namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>Basis of what-if questions to a published run: the data needed in addition to its forecasts.</summary>
internal sealed record WhatIfBasis(
    string Run,
    DateOnly Origin,
    int Horizon,
    string City,
    IReadOnlyList<Area> Areas,
    ServiceNames ServiceNames,
    IReadOnlyList<CapacitySteps> Capacities,
    WhatIfFacts Facts)
{
    /// <summary>Frequency of the forecasts.</summary>
    public Frequency Frequency { get; init; } = Frequency.Daily;

    /// <summary>Open days of each period of the horizon; empty where periods are days.</summary>
    public IReadOnlyList<OpenDays> OpenDays { get; init; } = [];

    /// <summary>The horizon as days of the calendar.</summary>
    [JsonIgnore]
    public HorizonPeriods Periods => new(Cadence.Of(Frequency), Origin, Horizon, OpenDays);

    /// <summary>Settings of the night's allocation, for values that an allocation question omits.</summary>
    public AllocationOptions Allocation { get; init; } = new();

    public static WhatIfBasis Of(RunPlan plan, WhatIfFacts facts) =>
        new(plan.Run, plan.Origin, plan.Horizon, plan.City, plan.Areas, plan.Services, plan.Capacities, facts)
        {
            Frequency = plan.Frequency,
            OpenDays = plan.OpenDays,
        };

    /// <summary>Series of the forecasts of communities' services, in their order.</summary>
    public IReadOnlyList<DemandSeries> Series(IEnumerable<(string Community, string Service, ForecastDemand Demand)> forecasts)
    {
        var parents = Areas.ToDictionary(area => (area.Level, area.Code), area => area.Parent!);
        var needClasses = Facts.Services.ToDictionary(service => service.Code, service => service.NeedClass.Code(), StringComparer.Ordinal);
        return
        [
            .. forecasts.Select(of =>
            {
                var subdistrict = parents[(AreaLevel.Community, of.Community)];
                return new DemandSeries(
                    new SeriesKey(
                        parents[(AreaLevel.Subdistrict, subdistrict)], subdistrict, of.Community, needClasses[of.Service], of.Service),
                    of.Demand);
            }),
        ];
    }

    /// <summary>Name of the services of a row.</summary>
    public string NameOf(ServiceScope scope) => ServiceNames.EnglishOf(scope);

    /// <summary>Name of a service, in any language.</summary>
    public Message Service(string code) => ServiceNames.Of(new ServiceScope(ServiceScope.ServiceLevel, code));

    /// <summary>Name of a community.</summary>
    public string Community(string code) => Areas.First(area => area.Level == AreaLevel.Community && area.Code == code).Name;
}
