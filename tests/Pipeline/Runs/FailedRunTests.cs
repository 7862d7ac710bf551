using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

[UsesAzurite]
public sealed class FailedRunTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_NoCommunityExistsYet_FailsAndSaysWhatToCorrect(bool hasChampion)
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        if (hasChampion) await harness.RunAsync();
        for (var i = 0; i < city.Communities.Count; i++)
            city.Communities[i] = city.Communities[i] with { ValidFrom = city.LastDay.AddDays(30) };
        city.Version = 2;

        var run = await harness.RunAsync();

        run.State.ShouldBe(RunState.Failed);
        run.Message.Text().ShouldContain("valid_from");
    }

    [Fact]
    public async Task RunAsync_OriginInAGapLongerThanTheHistory_FailsAndSaysWhichDaysAreEmpty()
    {
        var city = TinyCity.Of(100);
        city.Usage.RemoveAll(u => u.Date >= TinyCity.FirstDay.AddDays(20) && u.Date < TinyCity.FirstDay.AddDays(90));
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:HistoryDays", "28"), ("Run:MinimumHistoryDays", "28"));

        var run = await harness.RunAsync(new RunRequest(TinyCity.FirstDay.AddDays(80)));

        run.State.ShouldBe(RunState.Failed);
        run.Message.Text()
            .ShouldContain($"No usage from {TinyCity.FirstDay.AddDays(53):d MMMM yyyy} to {TinyCity.FirstDay.AddDays(80):d MMMM yyyy}");
    }
}
