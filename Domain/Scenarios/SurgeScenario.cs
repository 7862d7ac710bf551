using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>Demand is multiplied by a factor on some days.</summary>
/// <param name="Factor">Factor, 0 or more.</param>
/// <param name="Services">Codes of services; empty for all.</param>
/// <param name="Areas">Codes of communities, subdistricts or districts; empty for all.</param>
/// <param name="First">Index of the first day.</param>
/// <param name="Last">Index of the last day, inclusive.</param>
public sealed record SurgeScenario(
    string Code, Message Title, double Factor, IReadOnlyCollection<string> Services, IReadOnlyCollection<string> Areas, int First,
    int Last) : Scenario(Code, Title)
{
    /// <inheritdoc/>
    public override IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series)
    {
        for (var i = 0; i < series.Count; i++)
        {
            if (Services.Count > 0 && !Services.Contains(series[i].Service)) continue;
            if (Areas.Count > 0 && !Areas.Any(series[i].IsIn)) continue;
            yield return (i, ScenarioTotals.Of(series[i].Scaled(day => day >= First && day <= Last ? Factor : 1), series[i].Capacity));
        }
    }
}
