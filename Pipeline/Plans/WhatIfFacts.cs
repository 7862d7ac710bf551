using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>What facts tell what-ifs, beside a run's plan; known at planning.</summary>
/// <param name="Services">The services that are forecast.</param>
/// <param name="LocalAgeing">The city's own elasticity; null where its facts tell none.</param>
/// <param name="Vulnerable">Codes of the communities whose shortage may weigh more.</param>
internal sealed record WhatIfFacts(IReadOnlyList<Service> Services, AgeingElasticity? LocalAgeing, IReadOnlyList<string> Vulnerable)
{
    /// <summary>What ageing scenarios assume: the city's own elasticity and the handbook's, each as far as it is sure.</summary>
    public AgeingElasticity Ageing => LocalAgeing?.ShrunkTo(AgeingElasticity.Handbook) ?? AgeingElasticity.Handbook;

    public static WhatIfFacts Of(CityPanel city, IReadOnlyList<PopulationFact> population, IReadOnlySet<string> vulnerable) => new(
        [.. city.Keys.Select(key => key.Service).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => city.Services[code])],
        AgeingSample.Of(city, population) is { Count: > 0 } sample ? AgeingElasticity.Local(sample) : null,
        [.. vulnerable.Order(StringComparer.Ordinal)]);
}
