using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>Key of an area's ratings: services, source and time.</summary>
/// <param name="Source">Source, or <see cref="AllSources"/>.</param>
/// <param name="Quarter">First day of a quarter; null for the year up to the origin.</param>
internal readonly record struct SatisfactionKey(ServiceScope Scope, string Source, DateOnly? Quarter)
{
    public const string AllSources = "all";

    public bool IsYear => Quarter is null;

    /// <summary>Whether the ratings cover all sources and all services.</summary>
    public bool IsWhole => Scope == ServiceScope.All && Source == AllSources;

    /// <summary>
    /// Whether a row is published for a dimension at a level. Finer rows would be suppressed or noise: below districts, sources are
    /// published by year only, and single services by year and overall only.
    /// </summary>
    public bool IsPublishedAt(AreaLevel level, SatisfactionDimension dimension) =>
        level >= AreaLevel.District
            || ((IsYear || IsWhole) && (Scope.Level != ServiceScope.ServiceLevel || dimension == SatisfactionDimension.Overall));
}
