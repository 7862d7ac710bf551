namespace CommunityDemand.Tests.Functions;

/// <summary>Files of the repository that are no code, for tests that hold them against it.</summary>
internal static class RepositoryFile
{
    /// <summary>The repository's folder: the one above the tests that has the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file's text with line ends of one character.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Pipeline.sln above {AppContext.BaseDirectory}.");
    }
}
