using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>What people call the areas and services of a run.</summary>
internal sealed class RowNames(RunPlan plan)
{
    private readonly Dictionary<(AreaLevel, string), Area> _areas = plan.Areas.ToDictionary(area => (area.Level, area.Code));

    public Area Of(AreaLevel level, string code) => _areas[(level, code)];

    public string Of(ServiceScope scope) =>
        scope == ServiceScope.All ? "All services" : plan.ServiceNames.GetValueOrDefault($"{scope.Level}:{scope.Code}", scope.Code);
}
