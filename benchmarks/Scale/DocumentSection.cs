namespace CommunityDemand.Benchmarks.Scale;

/// <summary>A part of a generated page that its own command replaces, and no other.</summary>
internal static class DocumentSection
{
    /// <summary>Puts text where the section stands, or at the end of the page.</summary>
    /// <param name="heading">What the page begins with, where it does not exist yet.</param>
    public static async Task WriteAsync(string path, string heading, string name, string text, CancellationToken cancellationToken)
    {
        var page = File.Exists(path)
            ? (await File.ReadAllTextAsync(path, cancellationToken)).ReplaceLineEndings("\n")
            : heading.Trim() + "\n";
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        await File.WriteAllTextAsync(path, Replace(page, name, text), cancellationToken);
    }

    internal static string Replace(string page, string name, string text)
    {
        var (begin, end) = ($"<!-- begin {name} -->", $"<!-- end {name} -->");
        var section = $"{begin}\n{text.Trim()}\n{end}";
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
        return from >= 0 && to > from ? page[..from] + section + page[(to + end.Length)..] : $"{page.TrimEnd()}\n\n{section}\n";
    }
}
