using System.Text.Json;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Reading;

[UsesAzurite]
public sealed class RunsTableTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task GetAsync_RunsFromADay_AreThoseOfItsOriginAndLater()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var first = await harness.RunAsync();
        city.AddDay(city.LastDay.AddDays(1));
        city.Version = 2;
        var second = await harness.RunAsync();

        (await IdsAsync(harness)).ShouldBe([first.Id, second.Id]);
        (await IdsAsync(harness, ("from", $"{first.Origin:yyyy-MM-dd}"))).ShouldBe([first.Id, second.Id]);
        (await IdsAsync(harness, ("from", $"{second.Origin:yyyy-MM-dd}"))).ShouldBe([second.Id]);
        (await IdsAsync(harness, ("to", $"{first.Origin:yyyy-MM-dd}"))).ShouldBe([first.Id]);
    }

    private static async Task<string?[]> IdsAsync(RunHarness harness, params (string Key, string Value)[] query)
    {
        var answer = await harness.Reader.GetAsync(
            "Runs", query.ToDictionary(q => q.Key, q => q.Value), null, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(200);
        return [.. JsonSerializer.Deserialize<JsonElement[]>(answer.Body.Span)!.Select(row => row.GetProperty("run").GetString())];
    }
}
