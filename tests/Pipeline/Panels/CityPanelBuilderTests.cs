using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.Panels;

public sealed class CityPanelBuilderTests
{
    private static readonly ShiftedClock Clock = new();

    [Fact]
    public async Task BuildAsync_VisitsAndUnmet_AddUpToDemandByKey()
    {
        var city = TinyCity.Of(100);
        city.Usage.Add(new UsageFact("c/0", "library", city.LastDay, "elderly", 2, 1, null, null));

        var panel = (await BuildAsync(city)).Panel;

        panel.Axis.Count.ShouldBe(100);
        panel.Keys.Count.ShouldBe(8);
        Series(panel, "c/0", "library")[^1].ShouldBe(TinyCity.Demand("c/0", city.LastDay) + 3);
        panel.Keys[0].ShouldBe(["东区", "东区/街道0", "c/0", "special_groups", "day-care"]);
        panel.Calendar.Count.ShouldBe(128);
    }

    [Fact]
    public async Task BuildAsync_NoRowOnAReportingDay_IsZeroAndASilentDayIsMissing()
    {
        var city = TinyCity.Of(100);
        var (quiet, silent) = (TinyCity.FirstDay.AddDays(80), TinyCity.FirstDay.AddDays(82));
        city.Usage.RemoveAll(u => u.Community == "c/0" && ((u.Date == quiet && u.Service == "library") || u.Date == silent));

        var panel = (await BuildAsync(city)).Panel;

        Series(panel, "c/0", "library")[80].ShouldBe(0);
        Series(panel, "c/0", "library")[82].ShouldBe(double.NaN);
        Series(panel, "c/1", "library")[82].ShouldBe(TinyCity.Demand("c/1", silent));
    }

    [Fact]
    public async Task BuildAsync_ServiceThatStartsLate_IsUnknownBefore()
    {
        var city = TinyCity.Of(100);
        city.Usage.RemoveAll(u => u.Community == "c/2" && u.Service == "library" && u.Date < TinyCity.FirstDay.AddDays(40));

        var series = Series((await BuildAsync(city)).Panel, "c/2", "library");

        series[..40].ShouldAllBe(v => double.IsNaN(v));
        series[40].ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task BuildAsync_ServiceSeldomAskedFor_IsZeroFromTheStart()
    {
        var city = TinyCity.Of(100);
        city.Usage.RemoveAll(
            u => u.Community == "c/2" && u.Service == "library" && u.Date.DayNumber - TinyCity.FirstDay.DayNumber is not (35 or 85));

        Series((await BuildAsync(city)).Panel, "c/2", "library")[..35].ShouldAllBe(v => v == 0);
    }

    [Fact]
    public async Task BuildAsync_ValidFromAndTo_BoundTheSeries()
    {
        var city = TinyCity.Of(100);
        city.Communities[1] = city.Communities[1] with
        {
            ValidFrom = TinyCity.FirstDay.AddDays(10),
            ValidTo = TinyCity.FirstDay.AddDays(89),
        };

        var panel = (await BuildAsync(city)).Panel;

        var series = Series(panel, "c/1", "library");
        Enumerable.Range(0, 100).Where(day => !double.IsNaN(series[day])).ShouldBe(Enumerable.Range(10, 80));
        panel.ActiveTo[IndexOf(panel, "c/1", "library")].ShouldBe(90);
        panel.ActiveTo[IndexOf(panel, "c/0", "library")].ShouldBeNull();
    }

    [Fact]
    public async Task BuildAsync_CommunityThatNoRowDescribes_IsForecastAndNamed()
    {
        var city = TinyCity.Of(100);
        city.Usage.AddRange(city.Usage.Where(u => u.Community == "c/0").Select(u => u with { Community = "C zero" }).ToArray());

        var built = await BuildAsync(city);

        Series(built.Panel, "C zero", "library")[^1].ShouldBe(TinyCity.Demand("c/0", city.LastDay));
        built.Warnings.ShouldHaveSingleItem().Text()
            .ShouldStartWith("1 community with usage is in no row of dataset communities and stands under (unassigned): C zero.");
    }

    [Fact]
    public async Task BuildAsync_CommunityFallenSilent_CountsAsClosedAndIsNamed()
    {
        var city = TinyCity.Of(100);
        city.Usage.RemoveAll(u => u.Community == "c/3" && u.Date >= TinyCity.FirstDay.AddDays(30));

        var built = await BuildAsync(city);

        built.Panel.ActiveTo[IndexOf(built.Panel, "c/3", "library")].ShouldBe(30);
        built.Warnings.Single().Text().ShouldContain("c/3");
    }

    [Fact]
    public async Task BuildAsync_CommunityWithoutARow_LiesInNoDistrict()
    {
        var city = TinyCity.Of(100);
        city.Communities.RemoveAt(0);

        var panel = (await BuildAsync(city)).Panel;

        panel.Keys[IndexOf(panel, "c/0", "library")][0].ShouldBe(Community.Unassigned);
    }

    [Fact]
    public async Task BuildAsync_History_IsAWindowToTheOrigin()
    {
        var city = TinyCity.Of(200);
        var origin = TinyCity.FirstDay.AddDays(149);

        var panel = (await BuildAsync(city, origin, new RunOptions { HistoryDays = 70 })).Panel;

        panel.Axis.Count.ShouldBe(70);
        DateOnly.FromDateTime(panel.Axis[69]).ShouldBe(origin);
    }

    [Fact]
    public async Task BuildAsync_AnswersAndPopulation_AreKnownOnlyFromTheirDay()
    {
        var city = TinyCity.Of(100);
        city.Population.Add(new PopulationFact("c/0", TinyCity.FirstDay.AddDays(50), 1000, 250, 180, null, 60, 40, 150, null));
        for (var i = 0; i < 10; i++)
        {
            city.Feedback.Add(new FeedbackFact(
                "c/0", TinyCity.FirstDay.AddDays(20), null, "resident", null, null, 4, 5, 3, null, null, i < 3, null, null));
        }

        var panel = (await BuildAsync(city)).Panel;

        var series = IndexOf(panel, "c/0", "library");
        Known(panel, "share_60_plus", series, 50).ShouldBe(float.NaN);
        Known(panel, "share_60_plus", series, 51).ShouldBe(0.25f);
        foreach (var (feature, share) in new[]
        {
            ("share_65_plus", 0.18f), ("share_disabled", 0.06f), ("share_low_income", 0.04f), ("share_children", 0.15f),
        })
        {
            Known(panel, feature, series, 50).ShouldBe(float.NaN);
            Known(panel, feature, series, 51).ShouldBe(share);
        }

        Known(panel, "share_15_35", series, 51).ShouldBe(float.NaN);
        Known(panel, "satisfaction", series, 28).ShouldBe(float.NaN);
        Known(panel, "satisfaction", series, 29).ShouldBe(75f);
        Known(panel, "complaint_share", series, 29).ShouldBe(0.3f);
        Known(panel, "satisfaction", IndexOf(panel, "c/1", "library"), 99).ShouldBe(float.NaN);
    }

    [Fact]
    public async Task BuildAsync_Calendar_HasHolidaysAndUploadedOnes()
    {
        var city = TinyCity.Of(100);
        city.Calendar.Add(new CalendarFact(TinyCity.FirstDay.AddDays(3), "holiday", "Founding day", null, null));

        var calendar = (await BuildAsync(city)).Panel.Calendar;

        var holiday = calendar.Columns[calendar.Names.ToList().IndexOf("is_holiday")];
        holiday[3].ShouldBe(1);
        holiday[new DateOnly(2025, 10, 1).DayNumber - TinyCity.FirstDay.DayNumber].ShouldBe(1);
        holiday[2].ShouldBe(0);
    }

    [Fact]
    public async Task FindOriginAsync_DaysAfterToday_AreNotHistory()
    {
        var city = TinyCity.Of(100);
        city.AddDay(DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime).AddDays(400));

        var origin = await Builder(city, new RunOptions()).FindOriginAsync(Cadence.Daily, null, TestContext.Current.CancellationToken);

        origin.ShouldBe(TinyCity.FirstDay.AddDays(99));
    }

    private static Task<CityPanel> BuildAsync(TinyCity city, DateOnly? origin = null, RunOptions? options = null) =>
        city.PanelAsync(options ?? new RunOptions(), Clock, origin ?? city.LastDay);

    private static CityPanelBuilder Builder(TinyCity city, RunOptions options) =>
        new(city, Options.Create(options), Options.Create(new CityOptions()), Options.Create(new ForecastingOptions()), Clock);

    private static int IndexOf(Panel panel, string community, string service) =>
        CitySchema.Keys(panel).Index().Single(series => series.Item.Community == community && series.Item.Service == service).Index;

    private static double[] Series(Panel panel, string community, string service) => panel.Series(IndexOf(panel, community, service));

    private static float Known(Panel panel, string feature, int series, int origin) =>
        panel.Features.Single(f => f.Name == feature).KnownBefore(series, origin);
}
