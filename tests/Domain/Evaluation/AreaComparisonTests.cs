using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Evaluation;

public sealed class AreaComparisonTests
{
    [Fact]
    public void Compare_OneAreaFarBelow_IsWeakAndNoOther()
    {
        SampleMoments[] areas = [Alternating(70, 10, 200), .. Enumerable.Repeat(Alternating(80, 10, 200), 9)];

        var compared = AreaComparison.Compare(areas, Sum(areas));

        compared.Select(area => area.Standing).ShouldBe([Standing.Weak, .. Enumerable.Repeat(Standing.Average, 9)]);
        compared[0].Gap.ShouldBe(-9, 1e-9);
        compared[0].Shrunk.ShouldBeInRange(70, 71);
    }

    [Fact]
    public void Compare_SureButSmallDifference_IsNotNamed()
    {
        SampleMoments[] areas = [Alternating(79, 10, 20_000), .. Enumerable.Repeat(Alternating(80, 10, 20_000), 9)];

        var compared = AreaComparison.Compare(areas, Sum(areas));

        compared[0].AdjustedPValue!.Value.ShouldBeLessThan(0.001);
        compared[0].Standing.ShouldBe(Standing.Average);
    }

    [Fact]
    public void Compare_FewAnswers_AreDrawnFartherThanMany()
    {
        SampleMoments[] areas =
            [Alternating(60, 15, 6), Alternating(60, 15, 600), .. Enumerable.Range(75, 10).Select(mean => Alternating(mean, 15, 300))];

        var compared = AreaComparison.Compare(areas, Sum(areas));

        compared[0].Reliability.ShouldBeLessThan(compared[1].Reliability);
        compared[0].Shrunk.ShouldBeGreaterThan(compared[1].Shrunk + 1);
    }

    // Of areas that differ by chance alone a false name should be rare: in 5% of cities one or more.
    [Fact]
    public void Compare_AreasThatDifferByChance_AreSeldomNamed()
    {
        var random = new Random(1);
        var cities = Enumerable.Range(0, 400).Count(_ =>
        {
            SampleMoments[] areas =
            [
                .. Enumerable.Range(0, 20).Select(_ => SampleMoments.Of([.. Enumerable.Range(0, 8).Select(_ => 20.0 * random.Next(1, 6))])),
            ];
            return AreaComparison.Compare(areas, Sum(areas)).Any(area => area.AdjustedPValue <= AreaComparison.FalseDiscoveries);
        });

        (cities / 400.0).ShouldBeInRange(0.01, 0.1);
    }

    // By hand: 75 and 85 of six each, +- 6: within 36 x 12 / 10 = 43.2, t = 10 / sqrt(43.2 / 3) = 2.6352 with 10 degrees of freedom.
    [Fact]
    public void Compare_TwoAreas_AreTestedByTheContrast()
    {
        SampleMoments[] areas = [Alternating(75, 6, 6), Alternating(85, 6, 6)];

        AreaComparison.Compare(areas, Sum(areas)).ShouldAllBe(area => Math.Abs(area.AdjustedPValue!.Value - 0.02500) < 2e-4);
    }

    [Fact]
    public void CompareSources_ThatDifferByChance_SeldomDisagree()
    {
        var random = new Random(2);
        SampleMoments Draw(int count) => SampleMoments.Of([.. Enumerable.Range(0, count).Select(_ => 20.0 * random.Next(1, 6))]);
        var cities = Enumerable.Range(0, 400).Count(_ => SourceComparison
            .Compare([.. Enumerable.Range(0, 20).Select(
                _ => new Dictionary<string, SampleMoments> { ["resident"] = Draw(30), ["staff"] = Draw(10), ["third_party"] = Draw(6) })])
            .Any(area => area!.Disagree));

        (cities / 400.0).ShouldBeInRange(0.01, 0.1);
    }

    [Fact]
    public void Compare_CityItself_HasNothingToBeComparedWith()
    {
        var city = Alternating(80, 10, 100);

        var compared = AreaComparison.Compare([city], city).ShouldHaveSingleItem();

        (compared.Shrunk, compared.Gap, compared.AdjustedPValue).ShouldBe((80, 0, null));
    }

    [Fact]
    public void Compare_AllAnswersAlike_KeepsThem() =>
        AreaComparison.Compare([.. Enumerable.Repeat(Alternating(80, 0, 6), 5)], Alternating(80, 0, 30))
            .ShouldAllBe(area => area.Shrunk == 80 && area.Standing == Standing.Average);

    [Fact]
    public void CompareSources_StaffAboveResidents_DisagreeWhereAnswersAreEnough()
    {
        var compared = SourceComparison.Compare(
        [
            new Dictionary<string, SampleMoments>
            {
                ["resident"] = Alternating(70, 10, 100),
                ["staff"] = Alternating(80, 10, 100),
                ["third_party"] = Alternating(60, 10, 4),
            },
            new Dictionary<string, SampleMoments> { ["resident"] = Alternating(80, 10, 100), ["staff"] = Alternating(80.5, 10, 100) },
            new Dictionary<string, SampleMoments> { ["resident"] = Alternating(80, 10, 100), ["staff"] = Alternating(20, 10, 4) },
        ]);

        (compared[0]!.Lowest, compared[0]!.Highest, compared[0]!.Disagree).ShouldBe(("resident", "staff", true));
        compared[0]!.Gap.ShouldBe(10, 1e-9);
        compared[1]!.Disagree.ShouldBeFalse();
        compared[2].ShouldBeNull();
    }

    private static SampleMoments Alternating(double mean, double distance, int count) =>
        SampleMoments.Of([.. Enumerable.Range(0, count).Select(i => mean + (i % 2 == 0 ? distance : -distance))]);

    private static SampleMoments Sum(SampleMoments[] areas) => areas.Aggregate((a, b) => a + b);
}
