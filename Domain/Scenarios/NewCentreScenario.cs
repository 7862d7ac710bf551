using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>A community gets more capacity for a service, and wants more of it because it is there.</summary>
/// <param name="Extra">Person-visits a day more that can be served; where capacity is not known, nothing is short and nothing changes but demand.</param>
/// <param name="Induced">By which part the community's demand for the service grows: .1 is a tenth.</param>
public sealed record NewCentreScenario(string Code, Message Title, string Community, string Service, double Extra, double Induced) : Scenario(Code, Title)
{
    /// <inheritdoc/>
    public override IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series)
    {
        var index = series.ToList().FindIndex(one => one.Community == Community && one.Service == Service);
        if (index < 0) throw new ArgumentException($"Service '{Service}' of community '{Community}' has no forecast.");
        double?[] capacity = [.. series[index].Capacity.Select(known => known + Extra)];
        return [(index, ScenarioTotals.Of(series[index].Scaled(_ => 1 + Induced), capacity))];
    }
}
