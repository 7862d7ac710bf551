using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;

namespace CommunityDemand.Tests.Pipeline.Indicators.Match;

public sealed class TimelinessIndicatorTests
{
    private static readonly DateOnly Origin = TinyCity.FirstDay.AddDays(200);

    [Fact]
    public async Task Compute_ResponsesOfTwoCommunities_AddUpBeforeAnythingIsDivided()
    {
        var city = TinyCity.Of(0);
        // 30 within 20 to 30 minutes, of which 10 in another community of the district; 20 within 45 to 60.
        city.Usage.Add(Responded("c/0", "library", Origin, (4, 20)));
        city.Usage.Add(Responded("c/2", "library", Origin.AddDays(-90), (4, 10), (6, 20)));
        city.Usage.Add(Responded("c/0", "library", Origin.AddDays(-91), (0, 1000)));
        city.Usage.Add(Responded("c/0", "library", Origin.AddDays(1), (0, 1000)));
        city.Usage.Add(Responded("nowhere", "library", Origin, (0, 1000)));

        var rows = await ComputeAsync(city);

        // The 25th of 50 is the 25th of 30 from 20 on; the 45th the 15th of 20 from 45 on.
        Row("median_minutes").Number("Value")!.Value.ShouldBe(20 + (10 * 25.0 / 30), 1e-9);
        Row("median_minutes").Number("Reference").ShouldBe(30);
        Row("median_minutes").Number("Mismatch").ShouldBe(0);
        Row("p90_minutes").Number("Value")!.Value.ShouldBe(45 + (15 * 0.75), 1e-9);
        Row("p90_minutes").Number("Mismatch")!.Value.ShouldBe(1 - (30 / 56.25), 1e-9);
        Row("within_target").Number("Value")!.Value.ShouldBe(0.6, 1e-9);
        Row("within_target").Number("Mismatch")!.Value.ShouldBe(0.4, 1e-9);
        Row("within_target").Number("Basis").ShouldBe(50);
        Row("within_target").Of("From").Day.ShouldBe(Origin.AddDays(-90));
        Row("within_target").Of("To").Day.ShouldBe(Origin);
        rows.Find(AreaLevel.Community, "c/0", ServiceScope.OfService("library"), "within_target").Number("Value").ShouldBe(1);

        IndicatorRow? Row(string measure) => rows.Find(AreaLevel.District, "东区", ServiceScope.All, measure);
    }

    [Fact]
    public async Task Compute_ServicesOfDifferentTargets_EachIsHeldAgainstItsOwn()
    {
        var city = TinyCity.Of(0);
        city.ResponseTargets["library"] = 60;
        city.Usage.Add(Responded("c/0", "library", Origin, (6, 30)));
        city.Usage.Add(Responded("c/0", "day-care", Origin, (4, 5), (6, 5)));

        var rows = await ComputeAsync(city);

        rows.Find(AreaLevel.City, "Tiny", ServiceScope.All, "within_target").Number("Value")!.Value.ShouldBe(35.0 / 40, 1e-9);
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.All, "median_minutes").Number("Reference").ShouldBeNull();
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.All, "median_minutes").Number("Mismatch").ShouldBeNull();
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.OfService("library"), "median_minutes").Number("Reference").ShouldBe(60);
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.OfNeedClass("special_groups"), "within_target").Number("Value")!.Value
            .ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public async Task Compute_FewerThanFiveResponses_AreSuppressed()
    {
        var city = TinyCity.Of(0);
        city.Usage.Add(Responded("c/0", "library", Origin, (3, 4)));
        city.Usage.Add(Responded("c/1", "library", Origin, (3, 4)));

        var rows = await ComputeAsync(city);

        var one = rows.Find(AreaLevel.Community, "c/0", ServiceScope.All, "median_minutes");
        one.Of("Suppressed").Flag.ShouldBe(true);
        one.Number("Value").ShouldBeNull();
        rows.Find(AreaLevel.City, "Tiny", ServiceScope.All, "median_minutes").Number("Value").ShouldNotBeNull();
    }

    private static Task<IReadOnlyList<IndicatorRow>> ComputeAsync(TinyCity city) => new TimelinessIndicator().ComputeAsync(city, Origin);

    private static UsageFact Responded(string community, string service, DateOnly day, params (int Bin, int Count)[] responses)
    {
        var counts = new int[ResponseTimes.UpperBounds.Count + 1];
        foreach (var (bin, count) in responses) counts[bin] = count;
        return new UsageFact(community, service, day, null, counts.Sum(), 0, null, new ResponseTimes(0, counts));
    }
}
