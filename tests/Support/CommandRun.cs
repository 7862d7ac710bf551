using CommunityDemand.Local.Commands;

namespace CommunityDemand.Tests.Support;

/// <summary>Runs a command as a user would type it.</summary>
internal static class CommandRun
{
    public static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
