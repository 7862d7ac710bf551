using System.CommandLine;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Local.Hosting;

/// <summary>
/// The data folder of <c>--data</c>. Without that option, each city of the user has its own folder below <c>.local</c>, so that cities do
/// not mix. Commands after a demo use the city of that demo.
/// </summary>
internal static class DataFolder
{
    private const string LastDemo = "last-demo";

    /// <summary>The folder of every command except <c>demo</c>: the given folder, otherwise that of the last demo.</summary>
    /// <exception cref="UserErrorException">The folder cannot be created.</exception>
    public static DirectoryInfo Of(ParseResult parsed)
    {
        var root = parsed.GetValue(GlobalOptions.Data)!;
        return IsGiven(parsed) ? Make(root) : Last(root);
    }

    /// <summary>The folder of a demo. Later commands use it as well.</summary>
    /// <param name="input">Folder of the user's own city; null for the sample city.</param>
    /// <exception cref="UserErrorException">The folder cannot be created.</exception>
    public static DirectoryInfo OfDemo(ParseResult parsed, DirectoryInfo? input)
    {
        var root = parsed.GetValue(GlobalOptions.Data)!;
        return IsGiven(parsed) ? Make(root) : Next(root, input);
    }

    /// <summary>The folder of the last demo below a root; the root itself where there was none.</summary>
    internal static DirectoryInfo Last(DirectoryInfo root)
    {
        var note = Path.Combine(root.FullName, LastDemo);
        if (!File.Exists(note)) return Make(root);
        var last = new DirectoryInfo(Path.GetFullPath(Path.Combine(root.FullName, File.ReadAllText(note).Trim())));
        return last.Exists ? last : Make(root);
    }

    /// <summary>The folder of a new demo below a root, recorded as that of the last demo.</summary>
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
            throw new UserErrorException(
                $"The data folder {folder.FullName} cannot be used: {FileFaultMessages.Tell(failure)}. "
                    + "Choose another folder with --data DIR.",
                failure);
        }
    }
}
