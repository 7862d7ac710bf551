using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Pipeline.Panels;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Tests.Pipeline.Champions;

public sealed class PanelHealthTests
{
    private const int Days = 100;

    [Fact]
    public async Task Check_WholeData_FindsNothing() => (await ProblemsAsync(TinyCity.Noisy(Days))).ShouldBeEmpty();

    [Fact]
    public async Task Check_CommunitiesLost_NamesBothNumbers()
    {
        var city = TinyCity.Noisy(Days);
        city.Usage.RemoveAll(usage => usage.Community is not "c/0");

        (await ProblemsAsync(city)).ShouldHaveSingleItem().Text()
            .ShouldContain("2 series of a community and a service; the champion learned from 8");
        (await ProblemsAsync(city, options => options.LeastDataShare = 0.2)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_HistoryLost_NamesBothNumbers()
    {
        var city = TinyCity.Noisy(Days);
        city.Usage.RemoveAll(usage => usage.Date <= city.LastDay.AddDays(-60));

        (await ProblemsAsync(city)).ShouldHaveSingleItem().Text().ShouldContain("60 days; the champion learned from 100");
    }

    [Fact]
    public async Task Check_ShorterHistoryAsSet_IsNoLoss() =>
        (await ProblemsAsync(TinyCity.Noisy(60), options => options.HistoryDays = 60)).ShouldBeEmpty();

    [Fact]
    public async Task Check_FewerDaysThanATrainingNeeds_SaysHowManyItNeeds() =>
        (await ProblemsAsync(TinyCity.Noisy(30), options => options.LeastDataShare = 0)).ShouldHaveSingleItem().Text()
            .ShouldContain("a forecast needs 56");

    [Theory]
    [InlineData(0.2, true)]
    [InlineData(0.6, false)]
    [InlineData(1.8, false)]
    [InlineData(2.3, true)]
    public async Task Check_LastWeekFarFromUsual_IsAProblem(double factor, bool isProblem)
    {
        var city = TinyCity.Noisy(Days - 7);
        for (var day = 0; day < 7; day++) city.AddNoisyDay(TinyCity.FirstDay.AddDays(Days - 7 + day), factor);

        var problems = await ProblemsAsync(city);

        if (isProblem) problems.ShouldHaveSingleItem().Text().ShouldContain("of what is usual");
        else problems.ShouldBeEmpty();
        (await ProblemsAsync(city, options => options.LeastVolumeShare = 0)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_LastWeekOfHolidays_IsNoCollapse()
    {
        var city = TinyCity.Noisy(Days - 7);
        for (var day = 0; day < 7; day++)
        {
            city.AddNoisyDay(TinyCity.FirstDay.AddDays(Days - 7 + day), 0.2);
            if (day < 5) city.Calendar.Add(new CalendarFact(city.LastDay, "holiday", "Festival", null, null));
        }

        (await ProblemsAsync(city)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_LastWeekMissingInMostPlaces_IsAProblem()
    {
        var city = TinyCity.Noisy(Days);
        var last = city.LastDay;
        city.Usage.RemoveAll(usage => usage.Community is "c/1" or "c/2" or "c/3" && usage.Date > last.AddDays(-7) && usage.Date < last);

        (await ProblemsAsync(city)).ShouldHaveSingleItem().Text().ShouldContain("of what is usual");
    }

    [Fact]
    public async Task Check_CommunityClosed_IsNoProblem()
    {
        var city = TinyCity.Noisy(Days);
        city.Usage.RemoveAll(usage => usage.Community is "c/3" && usage.Date > city.LastDay.AddDays(-60));

        (await ProblemsAsync(city)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<Message>> ProblemsAsync(TinyCity city, Action<RunOptions>? set = null)
    {
        var options = new RunOptions();
        set?.Invoke(options);
        var built = await city.PanelAsync(
            options, TimeProvider.System, city.LastDay, new CityOptions { Country = "none" });
        return new PanelHealth(Options.Create(options)).Check(built, new ModelData(8, Days, ModelData.ColumnsOf(built.Panel), [], null));
    }
}
