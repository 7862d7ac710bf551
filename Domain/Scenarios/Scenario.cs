using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Domain.Scenarios;

/// <summary>A named what-if over a forecast: which series come out otherwise, and how.</summary>
/// <param name="Code">Key, such as <c>ageing</c>.</param>
/// <param name="Title">What is assumed, in words.</param>
public abstract record Scenario(string Code, Message Title)
{
    /// <summary>The series that change, by their index, each once.</summary>
    /// <exception cref="ArgumentException">The scenario speaks of something that the forecast does not have; the message says what.</exception>
    public abstract IEnumerable<(int Index, ScenarioTotals Totals)> Apply(IReadOnlyList<ScenarioSeries> series);
}
