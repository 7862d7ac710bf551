using System.CommandLine;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Local.Hosting;

/// <summary>
/// The folder of <c>--data</c>. Without that option each city of the user's own has one below <c>.local</c>, so that cities don't mix, and
/// commands that follow a demo read the city that it showed.
/// </summary>
internal static class DataFolder
{
    private const string LastDemo = "last-demo";

    /// <summary>The folder of every command but <c>demo</c>: the given one, else the last demo's.</summary>
    /// <exception cref="UserErrorException">It cannot be made.</exception>
    public static DirectoryInfo Of(ParseResult parsed)
    {
        var root = parsed.GetValue(GlobalOptions.Data)!;
        return IsGiven(parsed) ? Make(root) : Last(root);
    }

    /// <summary>The folder of a demo, which becomes that of the commands after it.</summary>
    /// <param name="input">A city of the user's own; null for the sample city.</param>
    /// <exception cref="UserErrorException">It cannot be made.</exception>
    public static DirectoryInfo OfDemo(ParseResult parsed, DirectoryInfo? input)
    {
        var root = parsed.GetValue(GlobalOptions.Data)!;
        return IsGiven(parsed) ? Make(root) : Next(root, input);
    }

    /// <summary>The folder of the last demo below a root; the root where there was none.</summary>
    internal static DirectoryInfo Last(DirectoryInfo root)
    {
        var note = Path.Combine(root.FullName, LastDemo);
        if (!File.Exists(note)) return Make(root);
        var last = new DirectoryInfo(Path.GetFullPath(Path.Combine(root.FullName, File.ReadAllText(note).Trim())));
        return last.Exists ? last : Make(root);
    }

    /// <summary>The folder for a demo below a root, from now on the last one's.</summary>
    internal static DirectoryInfo Next(DirectoryInfo root, DirectoryInfo? input)
    {
        var below = input is null ? "." : Path.Combine("inputs", input.Name.Trim(Path.DirectorySeparatorChar));
        var folder = Make(new DirectoryInfo(Path.GetFullPath(Path.Combine(root.FullName, below))));
        File.WriteAllText(Path.Combine(root.FullName, LastDemo), below);
        return folder;
    }

    private static bool IsGiven(ParseResult parsed) => parsed.GetResult(GlobalOptions.Data) is { Implicit: false };

    private static DirectoryInfo Make(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The data folder {folder.FullName} cannot be used: {FileFault.Of(failure)}. Pass another one with --data DIR.", failure);
        }
    }
}
