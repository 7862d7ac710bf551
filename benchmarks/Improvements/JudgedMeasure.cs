using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators.Improvements;

namespace CommunityDemand.Benchmarks.Improvements;

/// <summary>What the estimator makes of a measure, with the truth.</summary>
internal sealed record JudgedMeasure(ImprovementFact Measure, Improvement Truth, MeasureFinding Finding);

/// <summary>The measures that a city's communities took.</summary>
internal static class TrueMeasures
{
    /// <summary>By the community's code.</summary>
    public static IReadOnlyDictionary<string, Improvement> Of(SampleCityOptions options)
    {
        var services = ServiceProfiles.Take(options.Services);
        var measures = new Dictionary<string, Improvement>(StringComparer.Ordinal);
        for (var index = 0; index < options.Communities; index++)
        {
            var community = new SampleCommunity(options, index);
            if (Improvement.Of(options, community, services) is { } measure) measures.Add(community.Code, measure);
        }

        return measures;
    }
}
