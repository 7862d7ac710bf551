using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Scenarios;

/// <summary>What facts tell scenarios, beside a run's plan.</summary>
/// <param name="Services">The services that are forecast.</param>
/// <param name="LocalAgeing">The city's own elasticity; null where its facts tell none.</param>
internal sealed record ScenarioFacts(IReadOnlyList<Service> Services, AgeingElasticity? LocalAgeing)
{
    /// <summary>What ageing scenarios assume: the city's own elasticity and the handbook's, each as far as it is sure.</summary>
    public AgeingElasticity Ageing => LocalAgeing?.ShrunkTo(AgeingElasticity.Handbook) ?? AgeingElasticity.Handbook;

    public static ScenarioFacts Of(CityPanel city, IReadOnlyList<PopulationFact> population) => new(
        [.. city.Panel.Keys.Select(key => key[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(code => city.Services[code])],
        AgeingSample.Of(city, population) is { Count: > 0 } sample ? AgeingElasticity.Local(sample) : null);
}
