using CommunityDemand.Api.History;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;

namespace CommunityDemand.Tests.Api.History;

public sealed class DemandHistoryTests
{
    private static readonly DateOnly Last = new(2026, 6, 30);
    private static readonly string Service = ServiceCatalogue.BuiltIn.Services[0].Code;
    private static readonly string Other = ServiceCatalogue.BuiltIn.Services
        .First(s => s.NeedClass != ServiceCatalogue.BuiltIn[Service].NeedClass).Code;

    private readonly FewFacts _facts = new()
    {
        Communities = { new Community("c1", "One", "Street", "East", "Town"), new Community("c2", "Two", "Lane", "West", "Town") },
        Usage =
        {
            Visits("c1", Service, Last, 5, unmet: 2),
            Visits("c1", Other, Last, 100),
            Visits("c2", Service, Last, 10),
            Visits("c2", Service, Last.AddDays(-1), 20),
            Visits("c2", Service, Last.AddDays(1), 999),
        },
    };

    [Theory]
    [InlineData(AreaLevel.Community, "c1", 0, 7)]
    [InlineData(AreaLevel.District, "West", 20, 10)]
    [InlineData(AreaLevel.Subdistrict, "East/Street", 0, 7)]
    [InlineData(AreaLevel.City, "Town", 20, 17)]
    public async Task History_OfAnArea_SumsServedAndTurnedAwayUpToTheDay(AreaLevel level, string area, double before, double last)
    {
        using var history = new DemandHistory(_facts);

        var days = await history.ReadAsync(level, area, Service, Cadence.Daily, Last, TestContext.Current.CancellationToken);

        days.Count.ShouldBe(Cadence.Daily.ShownPeriods);
        days[^2].ShouldBe(new DayDemand(Last.AddDays(-1), before));
        days[^1].ShouldBe(new DayDemand(Last, last));
        days.SkipLast(2).ShouldAllBe(day => day.Demand == 0);
    }

    [Fact]
    public async Task History_OfANeedClassAndOfAll_AddsTheServicesUp()
    {
        using var history = new DemandHistory(_facts);
        var needClass = ServiceCatalogue.BuiltIn[Other].NeedClass.Code();

        var ofClass = await history.ReadAsync(AreaLevel.City, "Town", needClass, Cadence.Daily, Last,
            TestContext.Current.CancellationToken);
        var ofAll = await history.ReadAsync(AreaLevel.City, "Town", "all", Cadence.Daily, Last, TestContext.Current.CancellationToken);

        ofClass[^1].Demand.ShouldBe(100);
        ofAll[^1].Demand.ShouldBe(117);
    }

    [Fact]
    public async Task History_AskedAgain_ReadsTheFactsOnceUntilTheyChange()
    {
        using var history = new DemandHistory(_facts);
        await history.ReadAsync(AreaLevel.City, "Town", "all", Cadence.Daily, Last, TestContext.Current.CancellationToken);
        await history.ReadAsync(AreaLevel.Community, "c1", Service, Cadence.Daily, Last, TestContext.Current.CancellationToken);
        _facts.Reads.ShouldBe(1);

        _facts.Snapshot = "s2";
        _facts.Usage.Add(Visits("c1", Service, Last, 3));
        var days = await history.ReadAsync(AreaLevel.Community, "c1", Service, Cadence.Daily, Last,
            TestContext.Current.CancellationToken);

        _facts.Reads.ShouldBe(2);
        days[^1].Demand.ShouldBe(10);
    }

    [Fact]
    public async Task History_OfAnUnknownArea_IsEmpty()
    {
        using var history = new DemandHistory(_facts);

        (await history.ReadAsync(AreaLevel.District, "Nowhere", "all", Cadence.Daily, Last,
            TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    private static UsageFact Visits(string community, string service, DateOnly date, double visits, double unmet = 0) =>
        new(community, service, date, Group: null, visits, unmet, StaffHours: null, Responses: null);
}
