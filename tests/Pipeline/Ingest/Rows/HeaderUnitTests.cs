using CommunityDemand.Pipeline.Ingest.Rows;

namespace CommunityDemand.Tests.Pipeline.Ingest.Rows;

public sealed class HeaderUnitTests
{
    [Theory]
    [InlineData("visits (persons)", "visits")]
    [InlineData("人次（人）", "人次")]
    [InlineData("staff hours [h]", "staff hours")]
    [InlineData("visits (%)", null)]
    [InlineData("visits (per day)", null)]
    [InlineData("visits (cumulative)", null)]
    [InlineData("人次（占比）", null)]
    [InlineData("(visits)", null)]
    [InlineData("visits", null)]
    public void TryRemove_Unit_LeavesTheNameUnlessItMeansAnotherThing(string name, string? expected) =>
        (HeaderUnit.TryRemove(name, out var bare) ? bare : null).ShouldBe(expected);
}
