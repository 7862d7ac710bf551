using System.Text.Json;
using CommunityDemand.Pipeline.Scenarios;
using CommunityDemand.Pipeline.WhatIfs;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.WhatIfs;

[UsesAzurite]
public sealed class WhatIfRunsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AnswerAsync_RunThatIsNone_Is404WhateverItsText()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70, communities: 2));
        await harness.RunAsync();

        foreach (var run in new[] { "nowhere", "..", "a/../b", "a b#?%'\\", "街道", "\u0001", new string('x', 2000) })
        {
            var body = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(new { kind = "ageing", run }));

            var answer = await harness.Get<IScenarios>().AnswerAsync(body, TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldBe(404, run);
        }
    }
}
