using CommunityDemand.Benchmarks.Scale.Measuring;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class CollectorSettingsTests
{
    [Fact]
    public void OfInstance_Template_IsWhatTheRuntimeReadsFromTheEnvironment() => CollectorSettings.OfInstance().ShouldBe(
        new Dictionary<string, string> { ["DOTNET_GCConserveMemory"] = "0x7", ["DOTNET_GCHeapHardLimit"] = "0x62000000" },
        ignoreOrder: true);
}
