using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>A node of the forecast with its area and services.</summary>
internal sealed record NodeRow(AreaLevel Level, string Area, ServiceScope Scope, NodeForecast Forecast)
{
    /// <summary>All nodes of a set, in the order of the tables' keys.</summary>
    public static IReadOnlyList<NodeRow> Of(ForecastSet set, RunPlan plan) =>
    [
        .. set.Nodes
            .Select(node =>
            {
                var (level, area, scope) = CitySchema.Place(node.Node, plan.City);
                return new NodeRow(level, area, scope, node);
            })
            .OrderBy(row => row.Level)
            .ThenBy(row => row.Area, StringComparer.Ordinal)
            .ThenBy(row => row.Scope.Level, StringComparer.Ordinal)
            .ThenBy(row => row.Scope.Code, StringComparer.Ordinal),
    ];
}
