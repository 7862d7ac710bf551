using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Domain.Series;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>
/// A run's plan and forecasts of every service of a drawn city, which the publishing's indicators take: the level of the last day with a
/// weekly wave.
/// </summary>
internal static class DrawnForecasts
{
    private const double Wave = 0.2;
    private const int DaysAWeek = 7;

    public static RunPlan Plan(
        string run,
        DateOnly origin,
        AreaTree areas,
        ServiceCatalogue services,
        DrawnFacts city,
        IReadOnlyList<CapacitySteps> capacities) => new(
        run,
        origin,
        IndicatorCase.Horizon,
        Promotion.Keep("drawn", PromotionMessages.Same()),
        null,
        areas.City.Code,
        [.. Enum.GetValues<AreaLevel>().SelectMany(areas.At)],
        ServiceNames.Of(services, Codes(city)),
        [],
        capacities)
        {
            SupplyTypes = Codes(city).ToDictionary(code => code, code => services[code].SupplyType.Code()),
        };

    /// <summary>What the run's planning would keep for what-ifs.</summary>
    public static WhatIfFacts Facts(DrawnFacts city, ServiceCatalogue services) =>
        new([.. Codes(city).Select(code => services[code])], AgeingElasticity.Handbook, []);

    /// <summary>The forecasts of communities' services.</summary>
    public static IReadOnlyList<NodeRow> Nodes(DrawnFacts city, DateOnly origin, AreaTree areas) =>
    [
        .. city.Series.Where(series => series.Community.Row.ExistsOn(origin)).Select(series =>
        {
            var level = series.BaseLevel(origin);
            double[] mean =
            [
                .. Enumerable.Range(0, IndicatorCase.Horizon).Select(day => level * (1 + (Wave * Math.Sin(2 * Math.PI * day / DaysAWeek)))),
            ];
            double[] Times(double factor) => Array.ConvertAll(mean, of => of * factor);
            var (code, service) = (series.Community.Code, series.Profile.Service);
            var key = new SeriesKey(
                areas.AreaOf(code, AreaLevel.District).Code,
                areas.AreaOf(code, AreaLevel.Subdistrict).Code,
                code,
                service.NeedClass.Code(),
                service.Code);
            var node = new Node(Level.Bottom, CitySchema.Values(key));
            return new NodeRow(
                AreaLevel.Community,
                code,
                ServiceScope.OfService(service.Code),
                new NodeForecast(node, mean, mean, Times(0.75), Times(1.25), Times(0.6), Times(1.45), "", []));
        }),
    ];

    private static IEnumerable<string> Codes(DrawnFacts city) => city.Series.Select(series => series.Profile.Code).Distinct();
}
