using CommunityDemand.Domain.Timeliness;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Timeliness;

public sealed class ResponseHistogramTests
{
    private static readonly int[] Bounds = [5, 10, 15, 30];

    [Fact]
    public void Quantile_GroupedResponses_IsInterpolatedWithinTheBin()
    {
        var histogram = Of(10, 20, 10, 0, 0);

        // The 20th of 40 is the 10th of 20 between 5 and 10; the 36th the 6th of 10 between 10 and 15.
        histogram.Quantile(0.5)!.Value.ShouldBe(7.5, 1e-12);
        histogram.Quantile(0.9)!.Value.ShouldBe(13, 1e-12);
        histogram.Quantile(0)!.Value.ShouldBe(0);
        histogram.Quantile(1)!.Value.ShouldBe(15);
    }

    [Fact]
    public void Quantile_BeyondTheLastBound_IsAtLeastTheBound() => Of(1, 0, 0, 0, 9).Quantile(0.9).ShouldBe(30);

    [Fact]
    public void Quantile_NoResponses_IsUnknown() => Of(0, 0, 0, 0, 0).Quantile(0.5).ShouldBeNull();

    [Fact]
    public void Within_TargetAtAndBetweenBounds_IsExactThenInterpolated()
    {
        var histogram = Of(10, 20, 10, 6, 4);

        histogram.Within(15).ShouldBe(40);
        histogram.Within(20).ShouldBe(42, 1e-12);
        histogram.Within(0).ShouldBe(0);
        histogram.Within(1e9).ShouldBe(46);
    }

    [Fact]
    public void Add_Histograms_AddsUp()
    {
        var sum = Of(1, 2, 3, 4, 5);
        sum.Add(Of(9, 18, 7, 0, 0));

        sum.Count.ShouldBe(49);
        sum.Within(10).ShouldBe(30);
    }

    [Fact]
    public void Add_OtherBins_Throws()
    {
        Should.Throw<ArgumentException>(() => Of(1, 1, 1, 1));
        Should.Throw<ArgumentException>(() => Of(1, 1, 1, 1, -1));
        Should.Throw<ArgumentException>(() => Of(1, 1, 1, 1, 1).Add(new ResponseHistogram([5, 10, 15, 20])));
    }

    [Theory]
    [InlineData]
    [InlineData(0, 5)]
    [InlineData(5, 5)]
    public void New_BoundsThatDoNotAscend_Throws(params int[] bounds) =>
        Should.Throw<ArgumentException>(() => new ResponseHistogram(bounds));

    // Against the responses themselves: the bin is the right one, so the error is under its width.
    [Fact]
    public void Quantile_AnyResponses_LiesInTheBinOfTheTrueOne() =>
        Gen.Select(Gen.Double[0.01, 30].Array[1, 200], Gen.Double[0.01, 1]).Sample((minutes, share) =>
        {
            var histogram = new ResponseHistogram(Bounds);
            histogram.Add([.. Enumerable.Range(0, Bounds.Length + 1).Select(bin => minutes.Count(m => Bin(m) == bin))]);
            // Of n sorted responses the least that a share of them does not exceed.
            var truth = minutes.Order().ElementAt((int)Math.Ceiling(share * minutes.Length) - 1);
            var bin = Bin(truth);
            var found = histogram.Quantile(share)!.Value;
            return found <= Bounds[bin] && found >= (bin == 0 ? 0 : Bounds[bin - 1]);
        });

    private static int Bin(double minutes)
    {
        var bin = Array.FindIndex(Bounds, bound => minutes <= bound);
        return bin < 0 ? Bounds.Length : bin;
    }

    private static ResponseHistogram Of(params int[] counts)
    {
        var histogram = new ResponseHistogram(Bounds);
        histogram.Add(counts);
        return histogram;
    }
}
