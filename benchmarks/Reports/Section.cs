namespace CommunityDemand.Benchmarks.Reports;

/// <summary>What a benchmark found.</summary>
/// <param name="Name">Name of the benchmark.</param>
/// <param name="Title">Heading.</param>
/// <param name="Goals">What is to be reached; may be empty.</param>
/// <param name="Body">Markdown: protocol and tables.</param>
internal sealed record Section(string Name, string Title, IReadOnlyList<Goal> Goals, string Body)
{
    public string Markdown()
    {
        var goals = new MarkdownTable([.. Goal.Columns]);
        foreach (var goal in Goals) goals.Add(goal.Cells);
        return $"## {Title}\n\n" + (Goals.Count == 0 ? "" : $"{goals}\n") + Body.TrimEnd() + "\n";
    }
}
