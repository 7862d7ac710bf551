using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>
/// The share of residents aged 60 and over rises by some percentage points. Demand for the services that follow the share is multiplied
/// by the elasticity to the power of the points. The bounds come from the 95% interval of the elasticity; the shortage includes the
/// uncertainty of the forecast.
/// </summary>
/// <param name="Points">Percentage points; may be negative.</param>
public sealed record AgeingScenario(string Code, Message Title, double Points, AgeingElasticity Elasticity) : Scenario(Code, Title)
{
    /// <inheritdoc/>
    public override IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series)
    {
        var factor = Math.Exp(Points * Elasticity.Log);
        double[] bounds = [Math.Exp(Points * Elasticity.LogLower), Math.Exp(Points * Elasticity.LogUpper)];
        for (var i = 0; i < series.Count; i++)
        {
            if (!series[i].ElderlySensitive) continue;
            var before = series[i].Demand.Sum(day => day.Mean);
            var totals = ScenarioTotals.Of(series[i].Scaled(_ => factor), series[i].Capacity);
            yield return (i, totals with { Lower = before * bounds.Min(), Upper = before * bounds.Max() });
        }
    }
}
