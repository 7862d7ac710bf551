using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;

namespace CommunityDemand.Tests.Pipeline.Indicators.Match;

public sealed class PersonalIndicatorTests
{
    private static readonly DateOnly Origin = TinyCity.FirstDay.AddDays(200);
    private static readonly ServiceScope Special = ServiceScope.OfNeedClass("special_groups");

    [Fact]
    public async Task Compute_SpecialGroupsServedLess_TellsByHowMuch()
    {
        var city = TinyCity.Of(0);
        // Day care is for special groups: 60 of 100 served; with the library's 100 of 100, 160 of 200.
        city.Usage.Add(Came("c/0", "day-care", 60, 40));
        city.Usage.Add(Came("c/0", "library", 100, 0));
        city.Usage.Add(Came("c/0", "day-care", 0, 1000, -91));
        city.Usage.Add(Came("nowhere", "day-care", 0, 1000));

        var rows = await ComputeAsync(city);

        foreach (var scope in new[] { ServiceScope.All, Special, ServiceScope.OfService("day-care") })
        {
            var row = rows.Find(AreaLevel.City, "Tiny", scope, "special_coverage");
            row.Number("Value")!.Value.ShouldBe(0.6, 1e-12);
            row.Number("Reference")!.Value.ShouldBe(0.8, 1e-12);
            row.Number("Mismatch")!.Value.ShouldBe(0.25, 1e-12);
            row.Number("Basis").ShouldBe(100);
        }

        rows.Find(AreaLevel.City, "Tiny", ServiceScope.OfService("library"), "special_coverage").ShouldBeNull();
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.OfNeedClass("culture_and_education"), "special_coverage").ShouldBeNull();
    }

    [Fact]
    public async Task Compute_CapacityOutOfProportion_TellsWhatSpecialGroupsLack()
    {
        var city = TinyCity.Of(0);
        city.Capacity.Clear();
        // A tenth of the capacity, since 10 days; of what came in those days and where capacity is known, 40 of 100.
        city.Capacity.Add(new CapacityFact("c/0", "day-care", Origin.AddDays(-9), 10, null, null, null, null));
        city.Capacity.Add(new CapacityFact("c/0", "library", Origin.AddDays(-9), 90, null, null, null, null));
        city.Usage.Add(Came("c/0", "day-care", 40, 0));
        city.Usage.Add(Came("c/0", "library", 50, 10));
        city.Usage.Add(Came("c/0", "library", 700, 0, -10));
        city.Usage.Add(Came("c/1", "library", 700, 0));

        var row = (await ComputeAsync(city)).Find(AreaLevel.City, "Tiny", ServiceScope.All, "special_capacity");

        row.Number("Value")!.Value.ShouldBe(0.1, 1e-12);
        row.Number("Reference")!.Value.ShouldBe(0.4, 1e-12);
        row.Number("Mismatch")!.Value.ShouldBe(0.75, 1e-12);
    }

    [Fact]
    public async Task Compute_CommunityThatClosed_CountsItsCapacityWhileItExisted()
    {
        var city = TinyCity.Of(0, communities: 1);
        city.Communities[0] = city.Communities[0] with { ValidTo = Origin.AddDays(-81) };
        city.Capacity.Clear();
        city.Capacity.Add(new CapacityFact("c/0", "day-care", TinyCity.FirstDay, 10, null, null, null, null));
        city.Capacity.Add(new CapacityFact("c/0", "library", Origin.AddDays(-85), 10, null, null, null, null));
        city.Usage.Add(Came("c/0", "day-care", 5, 0, -85));

        // 10 days against 5.
        (await ComputeAsync(city)).Find(AreaLevel.City, "Tiny", ServiceScope.All, "special_capacity").Number("Value")!.Value
            .ShouldBe(2.0 / 3, 1e-12);
    }

    [Fact]
    public async Task Compute_UsageByGroup_TellsEachGroupsCoverage()
    {
        var city = TinyCity.Of(0);
        city.Usage.Add(Came("c/0", "library", 6, 4) with { Group = "disabled" });
        city.Usage.Add(Came("c/1", "library", 2, 0) with { Group = "disabled" });
        city.Usage.Add(Came("c/1", "library", 92, 0));
        for (var group = 0; group < 30; group++) city.Usage.Add(Came("c/2", "day-care", 1, 0) with { Group = $"person {group}" });

        var rows = await ComputeAsync(city);

        var row = rows.Find(AreaLevel.City, "Tiny", ServiceScope.OfService("library"), "coverage:disabled");
        row.Number("Value")!.Value.ShouldBe(8.0 / 12, 1e-12);
        row.Number("Reference")!.Value.ShouldBe(100.0 / 104, 1e-12);
        row.Number("Mismatch")!.Value.ShouldBe(1 - (8.0 / 12 / (100.0 / 104)), 1e-12);
        rows.Find(AreaLevel.Community, "c/1", ServiceScope.All, "coverage:disabled").Of("Suppressed").Flag.ShouldBe(true);
        // A column of names makes no table of persons.
        rows.Select(r => r.Parts[1]).Where(measure => measure.StartsWith("coverage:")).Distinct().Count()
            .ShouldBe(PersonalIndicator.MostGroups);
        rows.Where(r => r.Parts[1].StartsWith("coverage:person")).ShouldAllBe(r => r.Number("Value") == null);
    }

    private static Task<IReadOnlyList<IndicatorRow>> ComputeAsync(TinyCity city) => new PersonalIndicator().ComputeAsync(city, Origin);

    private static UsageFact Came(string community, string service, double served, double unmet, int day = 0) =>
        new(community, service, Origin.AddDays(day), null, served, unmet, null, null);
}
