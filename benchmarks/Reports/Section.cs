using CommunityDemand.Benchmarks.Measures;

namespace CommunityDemand.Benchmarks.Reports;

/// <summary>What a benchmark found.</summary>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="Title">Heading.</param>
/// <param name="Goals">What is to be reached; may be empty.</param>
/// <param name="Body">Markdown: protocol and tables.</param>
internal sealed record Section(string Name, string Title, IReadOnlyList<Goal> Goals, string Body)
{
    /// <summary>The section, with what all of its forecasts must keep among its goals.</summary>
    public Section With(Coherence coherence) => this with
    {
        Goals =
        [
            .. Goals,
            Goal.AtMost(
                "largest difference of a node from the sum of its series, in millionths",
                coherence.Worst / 1e-6,
                Coherence.Tolerance / 1e-6),
            new Goal("least forecast", coherence.Least, "", 0, null),
        ],
    };

    public string Markdown()
    {
        var goals = new MarkdownTable([.. Goal.Columns]);
        foreach (var goal in Goals) goals.Add(goal.Cells);
        return $"## {Title}\n\n" + (Goals.Count == 0 ? "" : $"{goals}\n") + Body.TrimEnd() + "\n";
    }
}
