using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Tests.Pipeline.Facts;

public sealed class CellSampleTests
{
    [Fact]
    public void Add_MoreCellsThanFit_KeepsWholeSumsOfSome()
    {
        var sample = new CellSample(most: 100);
        for (var round = 0; round < 3; round++)
        {
            for (var cell = 1UL; cell <= 1000; cell++) sample.Add(cell * 0x9E3779B97F4A7C15, new CellSum(1, 2));
        }

        sample.Cells.Count.ShouldBeInRange(20, 100);
        sample.Weight.ShouldBeGreaterThan(1);
        sample.Cells.Values.ShouldAllBe(sum => sum == new CellSum(3, 6));
        (sample.Cells.Count * sample.Weight).ShouldBeInRange(500, 2000);
    }
}
