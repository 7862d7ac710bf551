using CommunityDemand.Models.Backtesting;
using CommunityDemand.Pipeline.Champions;

namespace CommunityDemand.Tests.Pipeline.Champions;

public sealed class SkillTests
{
    [Fact]
    public void Of_TwoLevels_IsTheGeometricMeanOfTheirRatios() =>
        Skill.Of([Level("city", 1, 7, 0.4, 0.8), Level("bottom", 1, 7, 1.8, 0.9)], 7).ShouldNotBeNull().ShouldBe(Math.Sqrt(0.5 * 2), 1e-12);

    [Fact]
    public void Of_PartsOfTheHorizon_AreLeftOut() =>
        Skill.Of([Level("city", 1, 7, 0.4, 0.8), Level("city", 1, 2, 9, 0.8)], 7).ShouldNotBeNull().ShouldBe(0.5, 1e-12);

    [Fact]
    public void Of_SeriesThatRepeatThemselvesExactly_IsNull() => Skill.Of([Level("city", 1, 7, double.NaN, double.NaN)], 7).ShouldBeNull();

    [Fact]
    public void Compare_OtherLevels_CountsThoseThatBothHave()
    {
        var ours = new[] { Level("city", 1, 7, 0.6, 1), Level("bottom", 1, 7, 0.9, 1) };
        var theirs = new[] { Level("bottom", 1, 7, 0.8, 1), Level("district", 1, 7, 0.1, 1) };

        var skill = Skill.Compare(ours, theirs, 7).ShouldNotBeNull();

        skill.Ours.ShouldBe(0.9, 1e-12);
        skill.Theirs.ShouldBe(0.8, 1e-12);
        skill.Levels.ShouldBe(1);
        Skill.Compare(ours, [], 7).ShouldBeNull();
    }

    private static LevelAccuracy Level(string name, int from, int to, double rmsse, double naive) =>
        new(name, from, to, rmsse, rmsse, 0.1, 0.1, 0.8, 0.95, naive, naive, 0.1, 1, 0);
}
