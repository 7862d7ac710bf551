namespace CommunityDemand.Tests.Support;

/// <summary>The repository that the tests were built in, and the real data beside it.</summary>
internal static class Repository
{
    /// <summary>The folder above the tests that has the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A file's text with line ends of one character.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>A folder of the shared data beside the repository; the test is skipped, saying so, where there is none.</summary>
    public static string RealData(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data", name));
        if (!Directory.Exists(path)) Assert.Skip($"The real data is not here: {path} does not exist.");
        return path;
    }

    /// <summary>A folder of the shared cases beside the repository; the test is skipped, saying so, where there is none.</summary>
    public static string SharedCases(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Root, "..", "shared", "cases", name));
        if (!Directory.Exists(path)) Assert.Skip($"The shared cases are not here: {path} does not exist.");
        return path;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException($"No Pipeline.sln above {AppContext.BaseDirectory}.");
    }
}
