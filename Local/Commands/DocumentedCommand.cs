using System.CommandLine;

namespace CommunityDemand.Local.Commands;

/// <summary>A command whose help ends with examples for the shell.</summary>
internal sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Arguments of the examples, without the program's name.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}
