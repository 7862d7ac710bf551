using CommunityDemand.Domain.Evaluation;
using CommunityDemand.Domain.Participation;

namespace CommunityDemand.Tests.Domain.Participation;

public sealed class CommunityParticipationTests
{
    [Fact]
    public void Of_EligibleOnEveryChannel_CountsItOnce()
    {
        var day = CommunityParticipation.Of(
            [new(300, "meeting", "offline", 1000), new(200, "wechat", "online", 1000), new(100, "app", "online", 1000)], null)!;

        day.Count(ParticipationBreakdown.Total, CommunityParticipation.All).Rate.Share.ShouldBe(0.6);
        day.Count(ParticipationBreakdown.Mode, "online").Rate.Share.ShouldBe(0.3);
        day.Count(ParticipationBreakdown.Channel, "wechat").Rate.Share.ShouldBe(0.2);
    }

    [Fact]
    public void Of_ARowOfTheTotal_IsNotAddedToItsParts()
    {
        var day = CommunityParticipation.Of(
            [new(550, null, null, 1000), new(400, "meeting", null, null), new(300, "wechat", null, null)], null)!;

        day.Count(ParticipationBreakdown.Total, CommunityParticipation.All).Participants.ShouldBe(550);
        day.Tells(ParticipationBreakdown.Mode).ShouldBeFalse();
    }

    [Fact]
    public void Of_NobodySaysWhoMay_TakesThePopulationAndSaysSo()
    {
        var day = CommunityParticipation.Of([new(300, null, null, null)], 800)!;

        (day.Eligible, day.Estimated).ShouldBe((800, 800));
        CommunityParticipation.Of([new(300, null, null, null)], null).ShouldBeNull();
    }

    [Fact]
    public void Mean_ThreeMonths_TellsOfPersonsNotOfPersonsThrice()
    {
        var quarter = CommunityParticipation.Mean(
            [.. new[] { 300, 330, 360 }.Select(n => CommunityParticipation.Of([new(n, "wechat", null, 1000)], null)!)]);

        quarter.Count(ParticipationBreakdown.Total, CommunityParticipation.All).ShouldBe(new ParticipationCount(330, 1000));
    }

    [Fact]
    public void Count_MoreThanMay_CountsAll() => new ParticipationCount(120, 100).Rate.Share.ShouldBe(1);

    // By hand: 500 of 1000 against the rest's 1800 of 3000: pooled .575, variance .575 x .425 x (1/1000 + 1/3000), z = -5.54. The other
    // three are then above the rest of the city.
    [Fact]
    public void Compare_OneAreaBelow_IsWeakBesideTheRest()
    {
        ParticipationCount[] areas = [new(500, 1000), new(600, 1000), new(600, 1000), new(600, 1000)];

        var compared = RateComparison.Compare(areas, areas.Aggregate((a, b) => a + b));

        compared[0].Gap.ShouldBe(-7.5, 1e-9);
        compared[0].AdjustedPValue!.Value.ShouldBe(4 * 3.03e-8, 1e-9);
        compared.Select(area => area.Standing).ShouldBe([Standing.Weak, Standing.Average, Standing.Average, Standing.Average]);
    }

    [Fact]
    public void Compare_SureButSmallDifference_IsNotNamed()
    {
        ParticipationCount[] areas = [new(595_000, 1_000_000), new(600_000, 1_000_000), new(600_000, 1_000_000)];

        var compared = RateComparison.Compare(areas, areas.Aggregate((a, b) => a + b));

        compared[0].AdjustedPValue!.Value.ShouldBeLessThan(1e-6);
        compared[0].Standing.ShouldBe(Standing.Average);
    }
}
