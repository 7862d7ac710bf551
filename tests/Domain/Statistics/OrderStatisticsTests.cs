using CommunityDemand.Domain.Statistics;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class OrderStatisticsTests
{
    private static readonly Gen<double[]> Samples = Gen.Double[-1e6, 1e6].Array[1, 40];

    [Theory]
    [InlineData(new[] { 3.0 }, 3, 3)]
    [InlineData(new[] { 1.0, 2 }, 1.5, 2)]
    [InlineData(new[] { 5.0, 1, 3 }, 3, 3)]
    [InlineData(new[] { 4.0, 1, 3, 2 }, 2.5, 3)]
    public void Medians_OfAFewValues_AreTheMiddleOrTheUpperOfTwo(double[] values, double median, double upper)
    {
        OrderStatistics.MedianOf(values).ShouldBe(median);
        OrderStatistics.UpperMedianOf(values, without: -1).ShouldBe(upper);
    }

    [Fact]
    public void Medians_WithoutValues_AreNotANumberOrTheDefault()
    {
        OrderStatistics.MedianOf([]).ShouldBe(double.NaN);
        OrderStatistics.Median<float>([]).ShouldBe(float.NaN);
        OrderStatistics.UpperMedianOf([], without: 7).ShouldBe(7);
    }

    [Fact]
    public void MedianOf_AnyValues_IsThatOfMathNet() => Samples.Sample(values =>
        OrderStatistics.MedianOf(values).Equals(MathNet.Numerics.Statistics.SortedArrayStatistics.Median([.. values.Order()])));

    [Theory]
    [InlineData(0.1, 1)]
    [InlineData(0.25, 2)]
    [InlineData(0.3, 3)]
    [InlineData(0.7, 7)]
    [InlineData(0.75, 8)]
    [InlineData(0.9, 9)]
    public void OuterQuantile_OfNineValues_IsTheOneAtItsRankOrFurtherOut(double level, double expected) =>
        OrderStatistics.OuterQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9], level).ShouldBe(expected);

    [Fact]
    public void OuterQuantile_PastTheEnds_IsTheFirstOrLast()
    {
        OrderStatistics.OuterQuantile([1, 2, 3], 0.01).ShouldBe(1);
        OrderStatistics.OuterQuantile([1, 2, 3], 0.99).ShouldBe(3);
        Should.Throw<ArgumentException>(() => OrderStatistics.OuterQuantile([], 0.5));
    }
}
