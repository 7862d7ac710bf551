using System.Text.RegularExpressions;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

/// <summary>The worked examples of docs/mappings.md.</summary>
internal static partial class MappingDocs
{
    /// <summary>The block of a kind in the example of a title.</summary>
    public static string Block(string title, string kind)
    {
        var text = Repository.Read("docs/mappings.md");
        var section = text[text.IndexOf($"### {title}\n", StringComparison.Ordinal)..];
        var end = section.IndexOf("\n### ", StringComparison.Ordinal);
        return Blocks(end < 0 ? section : section[..end], kind).ShouldHaveSingleItem();
    }

    /// <summary>All mappings that documents show.</summary>
    public static IEnumerable<string> Mappings() => new[] { "docs/mappings.md", "docs/uploads.md" }
        .SelectMany(file => Blocks(Repository.Read(file), "json")).Where(json => json.Contains("\"dataset\"", StringComparison.Ordinal));

    private static IEnumerable<string> Blocks(string text, string kind) =>
        Fences().Matches(text).Where(match => match.Groups["kind"].Value == kind).Select(match => match.Groups["text"].Value);

    [GeneratedRegex(
        "^```(?<kind>[a-z]+)\n(?<text>.*?)^```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Fences();
}
