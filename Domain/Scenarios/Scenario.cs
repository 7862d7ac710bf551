using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>A what-if scenario over a forecast: which series change, and how.</summary>
/// <param name="Code">Code, such as <c>ageing</c>.</param>
/// <param name="Title">Title: the assumption in words.</param>
public abstract record Scenario(string Code, Message Title)
{
    /// <summary>Applies the scenario: the series that change, by index, each once.</summary>
    /// <exception cref="ArgumentException">
    /// The scenario refers to something that the forecast does not contain; the message names it.
    /// </exception>
    public abstract IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series);
}
