using CommunityDemand.Local;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>The repository that the benchmarks were built in, and the published data beside it.</summary>
internal static class Checkout
{
    /// <summary>The folder above the program that has the solution; where there is none, the working directory.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Where published data is looked for unless the user says otherwise.</summary>
    public static string DefaultData { get; } = Path.GetFullPath(Path.Combine(Root, "..", "shared", "data"));

    /// <summary>A folder of published data.</summary>
    /// <exception cref="UserErrorException">It is not there.</exception>
    public static string DataFolder(string data, string name)
    {
        var folder = Path.Combine(data, name);
        if (Directory.Exists(folder)) return folder;
        throw new UserErrorException(
            $"The published data '{name}' is not in {data}. Name its folder with --data, or choose sets that need none: --set "
                + "sample-city --set holidays.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Pipeline.sln"))) folder = folder.Parent;
        return folder?.FullName ?? Environment.CurrentDirectory;
    }
}
