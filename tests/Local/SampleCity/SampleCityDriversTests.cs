using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Simulation;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>What the engine names as drivers, against the truth that made the city.</summary>
[Slow]
public sealed class SampleCityDriversTests(SampleCityDrivers city) : IClassFixture<SampleCityDrivers>
{
    private const string SpringFestival = "spring_festival";
    private const string Ageing = "feature_up:share_60_plus";
    private const int Year = 364;

    /// <summary>Half a visit a community and day: growth of 10% a year is lost in its noise.</summary>
    private const string Rare = ServiceProfiles.EventLevelService;

    private static readonly IReadOnlyList<ServiceProfile> Profiles = ServiceProfiles.Take(SampleCityDrivers.Options.Services);

    private static readonly (string Name, int Reach)[] Stretches = [("day", 1), ("week", 7), ("two_weeks", 14), ("weeks", 30)];

    [Fact]
    public void Weekday_OfEachService_IsTheTruthsStrongestWithItsEffect()
    {
        foreach (var profile in Profiles)
        {
            var truth = Week(profile.Rhythm);
            var (name, percent) = city.Autumn.Of(profile.Code)[0];

            var said = truth[Enum.GetValues<DayOfWeek>().Single(day => name == $"weekday:{(int)day}")];
            // Of weekdays equally far from the average day any may be named; of a service every day alike, chance chooses among 6%, 6% and
            // 4%.
            Math.Abs(said).ShouldBe(truth.Values.Max(Math.Abs), 2.5, $"{profile.Code}: {name}");
            ((double)percent).ShouldBe(said, profile.Code == Rare ? 6 : 4, $"{profile.Code}: {name}");
        }
    }

    [Fact]
    public void Event_InTheHorizon_IsNamedForLeisureAloneWithItsEffect()
    {
        foreach (var profile in Profiles.Where(profile => profile.Code != Rare))
        {
            var said = city.Autumn.Of(profile.Code).Where(driver => driver.Name == "occasion:event").ToArray();

            said.Length.ShouldBe(profile.Rhythm == Rhythm.Leisure ? 1 : 0, profile.Code);
            foreach (var (_, percent) in said) ((double)percent).ShouldBe(100 * (RhythmFactors.EventFactor - 1), 8, profile.Code);
        }
    }

    [Fact]
    public void SpringFestival_OutOfTheHorizon_IsNotNamed() =>
        Profiles.SelectMany(profile => city.Autumn.Of(profile.Code)).ShouldAllBe(driver => !driver.Name.Contains(SpringFestival));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SpringFestival_InTheHorizon_IsNamedWithItsEffectWhereTheTruthRespondsToIt(bool before)
    {
        var night = before ? city.Before : city.After;
        var side = $"_{(before ? "before" : "after")}:{SpringFestival}";
        var named = 0;
        foreach (var profile in Profiles)
        {
            var said = night.Of(profile.Code).Where(driver => driver.Name.Contains(SpringFestival)).ToArray();
            var whole = AroundSpringFestival(profile.Rhythm, night, Stretches[^1].Reach);

            // A rush of 3% is less than is worth a word.
            if (before && profile.Rhythm == Rhythm.EveryDay) said.ShouldBeEmpty($"{profile.Code}: truth {whole:f1}%");
            if (Math.Abs(whole) > 7) said.Length.ShouldBe(1, $"{profile.Code}: truth {whole:f1}%");
            foreach (var (name, percent) in said)
            {
                name.ShouldEndWith(side);
                var truth = AroundSpringFestival(profile.Rhythm, night, Stretches.Single(stretch => name == stretch.Name + side).Reach);
                ((double)percent).ShouldBe(truth, 5, $"{profile.Code}: {name}");
                named++;
            }
        }

        named.ShouldBeGreaterThanOrEqualTo(3);
    }

    [Fact]
    public void MakeUpWorkday_OfADayThatIsClosedOrBusyElse_IsComparedWithTheAverageDay()
    {
        var said = city.Before.Set.Nodes.Concat(city.After.Set.Nodes)
            .SelectMany(node => SampleCityDrivers.Parse(node.Drivers))
            .Where(driver => driver.Name == "occasion:make_up_workday")
            .ToArray();

        said.ShouldNotBeEmpty();
        said.ShouldAllBe(driver => driver.Percent > -60 && driver.Percent < 60);
        ((double)city.After.Of("library").Single(driver => driver.Name == "occasion:make_up_workday").Percent)
            .ShouldBe(Week(Rhythm.Leisure)[DayOfWeek.Thursday], 5);
    }

    [Fact]
    public void Ageing_OfServicesThatFollowIt_IsNamedInAlmostAllCommunitiesWithAboutItsEffect()
    {
        foreach (var night in (SampleCityDrivers.Night[])[city.Autumn, city.Before, city.After])
        {
            foreach (var profile in Profiles.Where(profile => profile.Service.ElderlySensitive && profile.Code != Rare))
            {
                var communities = Throughout().ToArray();
                var said = communities
                    .Select(community => (Truth: Growth(community, night.Origin), Said: night.Of(community.Code, profile.Code)
                    .Where(driver => driver.Name == Ageing)
                    .ToArray()))
                    .Where(pair => pair.Said.Length == 1)
                    .Select(pair => (pair.Truth, Said: (double)pair.Said[0].Percent))
                    .ToArray();

                said.Length.ShouldBeGreaterThan(communities.Length * 9 / 10, profile.Code);
                // One slope a service, known to a sixth or a quarter; what tells communities apart is how much each has aged.
                (said.Average(pair => pair.Said) / said.Average(pair => pair.Truth)).ShouldBeInRange(0.65, 1.4, profile.Code);
                var fastest = said.OrderByDescending(pair => pair.Truth).Take(10).Average(pair => pair.Said);
                fastest.ShouldBeGreaterThan(1.4 * said.OrderBy(pair => pair.Truth).Take(10).Average(pair => pair.Said), profile.Code);
                night.Of(profile.Code).ShouldContain(driver => driver.Name == Ageing, profile.Code);
            }
        }
    }

    [Fact]
    public void Ageing_OfServicesThatDoNotFollowIt_IsNeverNamed()
    {
        foreach (var night in (SampleCityDrivers.Night[])[city.Autumn, city.Before, city.After])
        {
            foreach (var profile in Profiles.Where(profile => !profile.Service.ElderlySensitive))
            {
                Throughout().SelectMany(community => night.Of(community.Code, profile.Code)).Concat(night.Of(profile.Code))
                    .ShouldAllBe(driver => !driver.Name.Contains("share_60_plus"), profile.Code);
            }
        }
    }

    /// <summary>Per cent by which each weekday differs from the average day.</summary>
    private static Dictionary<DayOfWeek, double> Week(Rhythm rhythm)
    {
        var monday = new DateOnly(2025, 11, 3);
        var days = Enumerable.Range(0, 7).Select(monday.AddDays).ToDictionary(day => day.DayOfWeek, day => Plain(rhythm, day));
        return days.ToDictionary(day => day.Key, day => 100 * ((day.Value / days.Values.Average()) - 1));
    }

    /// <summary>
    /// Per cent by which the horizon's ordinary days at most so far from Spring Festival differ from the same weekdays at other times.
    /// </summary>
    private static double AroundSpringFestival(Rhythm rhythm, SampleCityDrivers.Night night, int reach)
    {
        var calendar = new CityCalendar(HolidayRules.China, SampleCalendar.Entries(SampleCityDrivers.Options));
        var days = night.Days
            .Where(day => calendar[day].Kind is DayKind.Workday or DayKind.Weekend)
            .Select(day => (Day: day, From: calendar.DaysFromSpringFestival(day)!.Value))
            .Where(day => Math.Abs(day.From) <= reach)
            .ToArray();
        return 100
            * ((days.Sum(day => RhythmFactors.Of(rhythm, calendar[day.Day], day.From)) / days.Sum(day => Plain(rhythm, day.Day))) - 1);
    }

    private static double Plain(Rhythm rhythm, DateOnly day) =>
        RhythmFactors.Of(rhythm, new CalendarDay(day, DayKind.Workday, null, Statutory: false, Event: null), fromSpringFestival: 100);

    private static IEnumerable<SampleCommunity> Throughout() => Enumerable
        .Range(0, SampleCityDrivers.Options.Communities)
        .Select(index => new SampleCommunity(SampleCityDrivers.Options, index))
        .Where(community => community.IsThereThroughout);

    /// <summary>Per cent by which ageing alone raised demand over the year before an origin.</summary>
    private static double Growth(SampleCommunity community, DateOnly origin) =>
        100 * (Math.Pow(
            SampleSeries.ElderlyGrowthPerPoint,
            community.ElderlyPointsGained(origin) - community.ElderlyPointsGained(origin.AddDays(-Year))) - 1);
}
