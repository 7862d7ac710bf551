using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Core;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.WhatIfs;

[UsesAzurite]
public sealed class WhatIfRunsTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task AnswerAsync_RunThatIsNone_Is404WhateverItsText()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);

        foreach (var run in new[] { "nowhere", "..", "a/../b", "a b#?%'\\", "街道", "\u0001", new string('x', 2000) })
        {
            var body = Body(new { kind = "ageing", run });

            var answer = await harness.Get<IScenarios>().AnswerAsync(body, Language.English, TestContext.Current.CancellationToken);

            answer.StatusCode.ShouldBe(404, run);
        }
    }

    [Fact]
    public async Task AnswerAsync_SliderMoved_OnlyReads()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);
        var sent = Recorded(harness);

        foreach (var factor in new[] { 1.1, 1.2, 1.3 })
        {
            (await harness.Get<IScenarios>().AnswerAsync(
                Body(new { kind = "surge", factor }), Language.English, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(200);
            (await harness.Get<IAllocations>().AnswerAsync(
                Body(new { share = factor - 1 }), Language.English, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(200);
        }

        sent.ShouldAllBe(method => method == RequestMethod.Get);
        // The run's two files once, and for each answer which run is the current one.
        sent.Count.ShouldBe(2 + 6);
    }

    [Fact]
    public async Task AnswerAsync_NothingEverRun_Is404AndMakesNoTable()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(60));
        var sent = Recorded(harness);

        var answer = await harness.Get<IScenarios>()
            .AnswerAsync(Body(new { kind = "ageing" }), Language.English, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(404);
        sent.ShouldBe([RequestMethod.Get]);
    }

    private static ConcurrentQueue<RequestMethod> Recorded(RunHarness harness)
    {
        var sent = new ConcurrentQueue<RequestMethod>();
        harness.Faults.Before = request =>
        {
            sent.Enqueue(request.Method);
            return Task.CompletedTask;
        };
        return sent;
    }

    private static MemoryStream Body(object question) => new(JsonSerializer.SerializeToUtf8Bytes(question));
}
