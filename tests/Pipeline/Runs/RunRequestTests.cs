using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

public sealed class RunRequestTests(AzuriteFixture azurite)
{
    [Fact]
    public void RunRequest_OriginBefore2000_IsNone()
    {
        new RunRequest(new DateOnly(2000, 1, 1)).Origin.ShouldBe(new DateOnly(2000, 1, 1));
        Should.Throw<ArgumentOutOfRangeException>(() => new RunRequest(new DateOnly(1999, 12, 31)));
    }

    [Fact]
    [UsesAzurite]
    public async Task RunAsync_OriginFarOff_IsOfTheLastDayOrFails()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);

        var late = await harness.RunAsync(new RunRequest(DateOnly.MaxValue));
        var early = await harness.RunAsync(new RunRequest(RunRequest.EarliestOrigin));

        (late.State, late.Origin).ShouldBe((RunState.Published, city.LastDay));
        early.State.ShouldBe(RunState.Failed);
        early.Message.Text().ShouldContain("No usage up to 1 January 2000");
    }
}
