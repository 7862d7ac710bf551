using System.CommandLine;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Local.Hosting;

/// <summary>The folder of <c>--data</c>.</summary>
internal static class DataFolder
{
    /// <summary>Finds it, making it if absent.</summary>
    /// <exception cref="UserErrorException">It cannot be made.</exception>
    public static DirectoryInfo Of(ParseResult parsed) => Make(parsed.GetValue(GlobalOptions.Data)!);

    /// <summary>The folder of a demo: with a city of the user's own and no <c>--data</c>, one named after it, so that cities don't mix.</summary>
    /// <exception cref="UserErrorException">It cannot be made.</exception>
    public static DirectoryInfo Of(ParseResult parsed, DirectoryInfo? input)
    {
        var given = parsed.GetResult(GlobalOptions.Data) is { Implicit: false };
        return given || input is null ? Of(parsed) : Make(new DirectoryInfo(Path.Combine(parsed.GetValue(GlobalOptions.Data)!.FullName, "inputs", input.Name.Trim(Path.DirectorySeparatorChar))));
    }

    private static DirectoryInfo Make(DirectoryInfo folder)
    {
        try
        {
            folder.Create();
            return folder;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"The data folder {folder.FullName} cannot be used: {failure.Message} Pass another one with --data DIR.", failure);
        }
    }
}
