using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>Facts for what-if questions, in addition to a run's plan; known when the run is planned.</summary>
/// <param name="Services">Forecast services.</param>
/// <param name="LocalAgeing">Elasticity of the city; null where its facts give none.</param>
/// <param name="Vulnerable">Codes of the communities whose shortage may have a higher weight.</param>
internal sealed record WhatIfFacts(IReadOnlyList<Service> Services, AgeingElasticity? LocalAgeing, IReadOnlyList<string> Vulnerable)
{
    /// <summary>Elasticity of ageing scenarios: the city's own and the handbook's, weighted by precision.</summary>
    public AgeingElasticity Ageing => LocalAgeing?.ShrunkTo(AgeingElasticity.Handbook) ?? AgeingElasticity.Handbook;

    public static WhatIfFacts Of(CityPanel city, IReadOnlyList<PopulationFact> population, IReadOnlySet<string> vulnerable) => new(
        [.. city.Keys.Select(key => key.Service)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(code => city.Services[code])],
        AgeingSample.Of(city, population) is { Count: > 0 } sample ? AgeingElasticity.Local(sample) : null,
        [.. vulnerable.Order(StringComparer.Ordinal)]);
}
