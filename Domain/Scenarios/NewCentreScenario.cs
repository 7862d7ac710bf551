using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>A community gets more capacity for a service, and demand grows because the capacity is there.</summary>
/// <param name="Extra">
/// Additional person-visits a day that can be served. Where capacity is not known, nothing is short, and only demand changes.
/// </param>
/// <param name="Induced">Growth of the community's demand for the service: .1 is a tenth.</param>
public sealed record NewCentreScenario(string Code, Message Title, string Community, string Service, double Extra, double Induced)
    : Scenario(Code, Title)
{
    /// <inheritdoc/>
    public override IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series)
    {
        var index = series.ToList().FindIndex(one => one.Community == Community && one.Service == Service);
        if (index < 0) throw new ArgumentException($"Service '{Service}' of community '{Community}' has no forecast.");
        var one = series[index];
        double?[] capacity = [.. one.Capacity.Select((known, period) => known + (Extra * one.OpenDays[period]))];
        return [(index, ScenarioTotals.Of(one.Scaled(_ => 1 + Induced), capacity))];
    }
}
