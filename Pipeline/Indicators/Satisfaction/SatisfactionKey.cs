using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>Which ratings of an area: of what services, whose, and when.</summary>
/// <param name="Source">A source, or <see cref="AllSources"/>.</param>
/// <param name="Quarter">First day of a quarter; null for the year to the origin.</param>
internal readonly record struct SatisfactionKey(ServiceScope Scope, string Source, DateOnly? Quarter)
{
    public const string AllSources = "all";

    public bool IsYear => Quarter is null;

    /// <summary>Whether these are answers of everyone on everything.</summary>
    public bool IsWhole => Scope == ServiceScope.All && Source == AllSources;

    /// <summary>
    /// Whether a row tells of a dimension of these. Finer ones would be suppressed or noise: below districts, sources are told by the year, and single services by the year and overall alone.
    /// </summary>
    public bool IsPublishedAt(AreaLevel level, SatisfactionDimension dimension) =>
        level >= AreaLevel.District || ((IsYear || IsWhole) && (Scope.Level != ServiceScope.ServiceLevel || dimension == SatisfactionDimension.Overall));
}
