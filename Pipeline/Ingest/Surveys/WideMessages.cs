using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Surveys;

/// <summary>What is told of a table whose columns are values.</summary>
internal static class WideMessages
{
    private const int MostShown = 6;

    /// <param name="columns">Headers of the columns.</param>
    public static Message Periods(IReadOnlyList<string> columns) => new("wide.periods", ("columns", Few(columns)));

    /// <inheritdoc cref="Periods"/>
    public static Message Services(IReadOnlyList<string> columns) => new("wide.services", ("columns", Few(columns)));

    /// <inheritdoc cref="Periods"/>
    public static Message Groups(IReadOnlyList<string> columns) => new("wide.groups", ("columns", Few(columns)));

    /// <param name="file">Name of the file.</param>
    /// <param name="suffix">How names of mappings end.</param>
    public static Message TwoCommands(string file, string suffix) => new("wide.two_commands", ("file", file), ("suffix", suffix));

    private static IEnumerable<object> Few(IReadOnlyList<string> columns) => columns.Count <= MostShown
        ? columns
        : [.. columns.Take(MostShown - 1), new Message("more", ("count", columns.Count - MostShown + 1))];
}
