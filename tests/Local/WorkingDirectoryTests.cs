using System.Diagnostics;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local;

[Slow]
public sealed class WorkingDirectoryTests
{
    /// <summary>The Web SDK would have <c>dotnet run --project Local</c> resolve a user's paths against Local/.</summary>
    [Fact]
    public async Task DotnetRun_OfTheLocalHost_StartsItWhereTheUserStands()
    {
        var start = new ProcessStartInfo("dotnet", ["msbuild", "Local/Local.csproj", "-getProperty:RunWorkingDirectory"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var folder = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0);
        folder.Trim().ShouldBeEmpty();
    }
}
