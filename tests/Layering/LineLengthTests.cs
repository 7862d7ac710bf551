using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Layering;

/// <summary>Lines of C# files have at most 140 columns, as .editorconfig says.</summary>
public sealed class LineLengthTests
{
    private const int Most = 140;

    private static readonly string[] Built = ["bin", "obj", "node_modules"];

    [Fact]
    public void Lines_OfAllFiles_FitTheLimit()
    {
        var files = Directory.EnumerateFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(folder => Built.Contains(folder) || folder.StartsWith('.')))
            .ToArray();
        files.Length.ShouldBeGreaterThan(500);
        files.SelectMany(TooLong).ShouldBeEmpty();
    }

    private static IEnumerable<string> TooLong(string file) => Repository.Read(file).Split('\n')
        .Select((text, index) => (text.Length, Line: index + 1))
        .Where(line => line.Length > Most)
        .Select(line => $"{file}:{line.Line}: {line.Length} columns");
}
