using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.SampleCity.Simulation;

namespace CommunityDemand.Tests.Local.SampleCity;

public sealed class PlacesTests
{
    [Fact]
    public void Place_AllCommunities_FillDistrictsInTurn()
    {
        var places = Enumerable.Range(0, SampleCityOptions.MaxCommunities).Select(Places.Place).ToList();

        places.CountBy(p => p.District).Take(8).Select(d => d.Value).ShouldBe([8, 8, 8, 24, 24, 24, 24, 80]);
        places.Select(p => p.District).ShouldBeInOrder();
    }

    [Fact]
    public void Names_AllCommunities_AreUnique()
    {
        var all = Enumerable.Range(0, SampleCityOptions.MaxCommunities).ToList();

        all.Select(Places.Community).Distinct().Count().ShouldBe(all.Count);
        var districts = all.Select(Places.Place).Distinct().GroupBy(p => p.District).ToList();
        districts.Select(d => Places.District(d.Key)).Distinct().Count().ShouldBe(districts.Count);
        districts.ShouldAllBe(d => d.Select(p => Places.Subdistrict(p.District, p.Subdistrict)).Distinct().Count() == d.Count());
    }

    [Fact]
    public void ServiceProfiles_FirstTwelve_HoldEveryKind()
    {
        var first = ServiceProfiles.Take(12);

        first.Select(p => p.Service.NeedClass).Distinct().Count().ShouldBe(NeedClasses.All.Count);
        first.Select(p => p.Service.SupplyType).Distinct().Count().ShouldBe(SupplyTypes.All.Count);
        first.Select(p => p.Rhythm).Distinct().Count().ShouldBe(Enum.GetValues<Rhythm>().Length);
        ServiceProfiles.All.Select(p => p.Code).ShouldBe(ServiceCatalogue.BuiltIn.Services.Select(s => s.Code), ignoreOrder: true);
    }

    [Fact]
    public void SampleCalendar_AnyYear_WorksWeekendsThatNoRuleGivesOff()
    {
        var entries = SampleCalendar.Entries(new SampleCityOptions { Years = 20, End = new DateOnly(2040, 12, 31) });

        entries.Select(e => (e.Date, e.District)).Distinct().Count().ShouldBe(entries.Count);
        entries.Where(e => e.Kind == CalendarEntryKind.MakeUpWorkday)
            .Select(e => CityCalendar.China[e.Date])
            .Where(d => d.Kind != DayKind.Weekend)
            .ShouldBeEmpty();
    }
}
