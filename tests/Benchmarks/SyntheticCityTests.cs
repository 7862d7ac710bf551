using CommunityDemand.Benchmarks.Scale;
using CommunityDemand.Benchmarks.Scale.City;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class SyntheticCityTests
{
    private static readonly ScaleCase Days = new(600, Frequency.Daily, 730, 28, Seed: 5);

    [Fact]
    public void Draw_SameSeed_GivesTheSameBits()
    {
        var (one, again, other) = (Draw(Days), Draw(Days), Draw(Days with { Seed = 6 }));

        AreAlike(again.Values, one.Values).ShouldBeTrue();
        again.ActiveTo.ShouldBe(one.ActiveTo);
        AreAlike(other.Values, one.Values).ShouldBeFalse();
    }

    [Fact]
    public void Draw_LargerCity_BeginsWithTheSmallerOne()
    {
        var (small, large) = (Draw(Days with { Series = 100 }), Draw(Days));

        AreAlike(large.Values[..100], small.Values).ShouldBeTrue();
        large.Keys.Take(100).Select(key => string.Join('|', key)).ShouldBe(small.Keys.Select(key => string.Join('|', key)));
    }

    [Fact]
    public void Draw_Days_HaveEveryLevelAndReachTheHorizon()
    {
        var panel = Draw(Days);

        panel.Keys.Count.ShouldBe(600);
        panel.Axis.ShouldBe(new TimeAxis(Frequency.Daily, new DateTime(2023, 1, 1), 730));
        panel.Calendar.Count.ShouldBe(758);
        var levels = Hierarchy.Of(panel).Nodes.GroupBy(node => node.Level).ToDictionary(level => level.Key, level => level.Count());
        levels.Count.ShouldBe(12);
        levels["total"].ShouldBe(1);
        levels["district"].ShouldBe(2);
        levels["district+subdistrict"].ShouldBe(7);
        levels["district+subdistrict+community"].ShouldBe(50);
        levels["need_class+service"].ShouldBe(12);
    }

    [Fact]
    public void Draw_Days_AreAsMixedAsACity()
    {
        var panel = Draw(Days);

        var means = panel.Values.Select(
            series => series.Where(value => !float.IsNaN(value)).DefaultIfEmpty(0).Average(value => (double)value)).Order().ToArray();
        (means[^6] / means[30]).ShouldBeGreaterThan(100);
        Share(panel, series => series.Count(value => value == 0) > series.Length / 2).ShouldBeInRange(0.08, 0.3);
        Share(panel, series => float.IsNaN(series[0])).ShouldBeInRange(0.02, 0.12);
        panel.ActiveTo.Count(to => to is not null).ShouldBeInRange(3, 30);
        var total = Enumerable.Range(0, 730).GroupBy(t => panel.Axis[t].DayOfWeek)
            .Select(day => day.Average(t => panel.Values.Sum(series => float.IsNaN(series[t]) ? 0 : (double)series[t]))).ToArray();
        (total.Max() / total.Min()).ShouldBeGreaterThan(1.1);
    }

    [Fact]
    public void Draw_ClosedSeries_AreNotKnownFromThen()
    {
        var panel = Draw(Days);

        foreach (var (values, to) in panel.Values.Zip(panel.ActiveTo))
        {
            if (to is { } closed) values.AsSpan(closed).ContainsAnyExcept(float.NaN).ShouldBeFalse();
        }
    }

    [Fact]
    public void Draw_Months_AreLargerAndHaveNoCalendar()
    {
        var panel = Draw(new ScaleCase(120, Frequency.Monthly, 60, 12, Seed: 5));

        panel.Axis.Count.ShouldBe(60);
        panel.Calendar.Columns.ShouldBeEmpty();
        panel.Values.Max(series => series.Max(value => float.IsNaN(value) ? 0 : value)).ShouldBeGreaterThan(1000);
    }

    private static bool AreAlike(float[][] one, float[][] other) =>
        one.Zip(other).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second));

    private static double Share(Panel panel, Func<float[], bool> holds) =>
        (double)Enumerable.Count(panel.Values, holds) / panel.Values.Length;

    private static Panel Draw(ScaleCase scale) => SyntheticCity.Draw(scale, cancellationToken: TestContext.Current.CancellationToken);
}
