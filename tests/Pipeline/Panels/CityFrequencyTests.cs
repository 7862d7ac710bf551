using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace CommunityDemand.Tests.Pipeline.Panels;

/// <summary>The frequency of a city, and panels of weeks and months.</summary>
public sealed class CityFrequencyTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(80, 0, 20, 0, Frequency.Daily)]
    [InlineData(79, 0, 21, 0, Frequency.Monthly)]
    [InlineData(50, 30, 20, 0, Frequency.Weekly)]
    [InlineData(10, 0, 80, 10, Frequency.Monthly)]
    [InlineData(10, 0, 20, 70, Frequency.Monthly)]
    [InlineData(0, 0, 0, 0, Frequency.Daily)]
    public void Of_DemandByPeriod_IsTheFinestWithFourFifths(int days, int weeks, int months, int quarters, Frequency expected) =>
        FrequencyChoice.Of(
            new Dictionary<Frequency, double>
            {
                [Frequency.Daily] = days,
                [Frequency.Weekly] = weeks,
                [Frequency.Monthly] = months,
                [Frequency.Quarterly] = quarters,
            },
            new ForecastingOptions()).Frequency.ShouldBe(expected);

    [Theory]
    [InlineData("week", Frequency.Weekly)]
    [InlineData("Monthly", Frequency.Monthly)]
    public void Of_ASetting_IsTheSetting(string setting, Frequency expected) => FrequencyChoice.Of(
        new Dictionary<Frequency, double> { [Frequency.Daily] = 1 }, new ForecastingOptions { Frequency = setting })
        .Frequency.ShouldBe(expected);

    [Fact]
    public void Validate_AnUnknownFrequency_NamesTheChoices() =>
        new ForecastingOptions { Frequency = "quarter" }.Validate(new(new object())).ShouldHaveSingleItem()
            .ErrorMessage.ShouldBe("Forecasting:Frequency 'quarter' is unknown: set auto, day, week or month.");

    [Fact]
    public async Task Build_MonthsWithDaysOfAnotherService_SumsTheDays()
    {
        var city = Months(24);
        for (var day = new DateOnly(2025, 12, 1); day <= new DateOnly(2026, 2, 28); day = day.AddDays(1))
            city.Usage.Add(new UsageFact("c/0", "library", day, null, 2, 1, null, null));

        var panel = await PanelAsync(city);

        (panel.Cadence, panel.Origin, panel.Panel.Axis.Count).ShouldBe((Cadence.Monthly, new DateOnly(2026, 2, 28), 24));
        Series(panel, "c/0", "library")[^3..].ShouldBe([93, 93, 84]);
        Series(panel, "c/0", "day-care")[^1].ShouldBe(3100);
        panel.Warnings.ShouldBeEmpty();
        panel.Panel.Calendar.Names.ShouldBe(["working_days", "holidays", "spring_festival_weeks", "is_event"]);
        // Spring Festival is on 17 February: 19 days of the month lie from the week before to the Lantern Festival.
        panel.Panel.Calendar.Columns[2][23].ShouldBe(3);
        panel.Panel.Calendar.Count.ShouldBe(24 + 12);
    }

    [Fact]
    public async Task Build_DaysOfAMonthThatIsReportedToo_CountOnce()
    {
        var city = Months(24);
        for (var day = 0; day < 28; day++)
            city.Usage.Add(new UsageFact("c/0", "day-care", new DateOnly(2026, 2, 1).AddDays(day), null, 10, 0, null, null));

        Series(await PanelAsync(city), "c/0", "day-care")[^1].ShouldBe(3100);
    }

    [Fact]
    public async Task Build_WeeksInACityOfMonths_AreSharedByDays()
    {
        var city = Months(24);
        // Two days in September, five in October.
        city.Usage.Add(new UsageFact("c/0", "library", new DateOnly(2025, 9, 29), null, 70, 0, null, null, Frequency.Weekly));

        var values = Series(await PanelAsync(city), "c/0", "library");
        (values[^6], values[^5]).ShouldBe((20, 50));
    }

    [Fact]
    public async Task Build_QuartersInACityOfMonths_AreLeftOutAndTold()
    {
        var city = Months(24);
        city.Usage.Add(new UsageFact("c/0", "legal-aid", new DateOnly(2025, 10, 1), null, 500, 0, null, null, Frequency.Quarterly));

        var panel = await PanelAsync(city);

        panel.Keys.ShouldAllBe(key => key.Service != "legal-aid");
        panel.Warnings.ShouldHaveSingleItem().Text().ShouldStartWith(
            "1 service counts by quarter (legal-aid) and is left out of the forecasts, which are by month: 0% of all demand.");
    }

    [Fact]
    public async Task FindOrigin_MonthThatIsNotOver_IsTheMonthBefore()
    {
        var city = Months(24);
        city.Usage.Add(new UsageFact("c/0", "day-care", new DateOnly(2026, 3, 1), null, 900, 0, null, null, Frequency.Monthly));
        var builder = Builder(city);

        var cadence = await builder.FindCadenceAsync(Cancel);

        (await builder.FindOriginAsync(cadence, null, Cancel)).ShouldBe(new DateOnly(2026, 2, 28));
        (await builder.FindOriginAsync(cadence, new DateOnly(2026, 2, 27), Cancel)).ShouldBe(new DateOnly(2026, 1, 31));
    }

    [Fact]
    public async Task Build_AMonthWithoutAReport_IsUnknown()
    {
        var city = Months(24);
        city.Usage.RemoveAll(fact => fact.Community == "c/1" && fact.Date == new DateOnly(2025, 11, 1));

        var panel = await PanelAsync(city);

        Series(panel, "c/1", "day-care")[^4].ShouldBe(double.NaN);
        panel.Periods.ShouldBe(24);
    }

    private static TinyCity Months(int months)
    {
        var city = TinyCity.Of(0);
        var last = new DateOnly(2026, 2, 1);
        foreach (var community in city.Communities)
        {
            for (var month = 0; month < months; month++)
            {
                city.Usage.Add(new UsageFact(
                    community.Code, "day-care", last.AddMonths(-month), null, 3000, 100, null, null, Frequency.Monthly));
            }
        }

        return city;
    }

    private static CityPanelBuilder Builder(TinyCity city) => new(
        city, Options.Create(new RunOptions()), Options.Create(new CityOptions()), Options.Create(new ForecastingOptions()), Clock);

    private static async Task<CityPanel> PanelAsync(TinyCity city)
    {
        var builder = Builder(city);
        var origin = await builder.FindOriginAsync(await builder.FindCadenceAsync(Cancel), null, Cancel);
        return await city.PanelAsync(new RunOptions(), Clock, origin);
    }

    private static double[] Series(CityPanel city, string community, string service) => city.Panel.Series(
        city.Keys.Index().Single(key => key.Item.Community == community && key.Item.Service == service).Index);
}
