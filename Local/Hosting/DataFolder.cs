using System.CommandLine;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Local.Hosting;

/// <summary>The folder of <c>--data</c>.</summary>
internal static class DataFolder
{
    /// <summary>Finds it, making it if absent.</summary>
    /// <exception cref="UserErrorException">It cannot be made.</exception>
    public static DirectoryInfo Of(ParseResult parsed)
    {
        var folder = parsed.GetValue(GlobalOptions.Data)!;
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
