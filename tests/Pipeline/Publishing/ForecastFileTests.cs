using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Tests.Pipeline.WhatIfs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Publishing;

public sealed class ForecastFileTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Slow]
    public async Task Files_WrittenAtOnce_ReadBackWhole()
    {
        var (plan, nodes) = LargeRun.Make();
        NodeRow[] few = [.. nodes.Take(40)];

        await Parallel.ForAsync(0, 300, Cancel, async (_, cancel) =>
        {
            using var file = new MemoryStream();
            await ForecastFile.WriteAsync(file, few, plan, cancel);
            file.Position = 0;
            var points = await ForecastFile.ReadAsync(file, cancel).ToListAsync(cancel);
            points.Count.ShouldBe(few.Length * LargeRun.Horizon);
            points.ShouldAllBe(point => point.Level == "community" && point.Scope.Level == "service");
        });
    }
}
