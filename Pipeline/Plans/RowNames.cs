using System.Collections.Concurrent;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Plans;

/// <summary>Names of the areas and services of a run.</summary>
internal sealed class RowNames(RunPlan plan)
{
    private readonly Dictionary<(AreaLevel, string), Area> _areas = plan.Areas.ToDictionary(area => (area.Level, area.Code));

    // Every row asks for a name.
    private readonly ConcurrentDictionary<ServiceScope, string> _english = new();

    public Area Of(AreaLevel level, string code) => _areas[(level, code)];

    /// <summary>Name of a row's services, in any language.</summary>
    public Message Of(ServiceScope scope) => plan.Services.Of(scope);

    /// <summary>Common columns of a row.</summary>
    public RowPlace Place(PlacedRow row)
    {
        var area = row.Area.Length == 0 ? null : Of(row.Level, row.Area);
        return new RowPlace
        {
            Run = plan.Run,
            Origin = plan.Origin,
            Level = row.Level.Code(),
            Area = row.Area,
            AreaName = area?.Name ?? "",
            Parent = area?.Parent,
            ServiceLevel = row.Scope.Level,
            Service = row.Scope.Code,
            ServiceName = _english.GetOrAdd(row.Scope, plan.Services.EnglishOf),
            Frequency = plan.Frequency.Code(),
        };
    }
}
