using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;

namespace CommunityDemand.Tests.Pipeline.Indicators.Match;

public sealed class SustainabilityIndicatorTests
{
    private static readonly DateOnly Origin = new(2025, 12, 31);

    [Fact]
    public async Task Compute_StaffAndFundingOfTwoServices_AddUpToTheCity()
    {
        var city = TinyCity.Of(0);
        city.Capacity.Clear();
        // 20 for the 181 days to the end of June, 14 for the 184 from July on: 6 left.
        city.Capacity.Add(With("c/0", "library", new(2024, 1, 1), staff: 20, trained: 10, funding: 900));
        city.Capacity.Add(With("c/0", "library", new(2025, 7, 1), staff: 14, trained: 7));
        city.Capacity.Add(With("c/0", "library", new(2025, 8, 1), funding: 600));
        city.Capacity.Add(With("c/1", "day-care", new(2024, 1, 1), staff: 6, trained: 6, funding: 100));
        city.Capacity.Add(With("c/1", "day-care", new(2026, 1, 1), staff: 0, trained: 0, funding: 0));
        city.Capacity.Add(With("nowhere", "day-care", new(2024, 1, 1), staff: 1000, trained: 0, funding: 1e9));

        var rows = await ComputeAsync(city);

        Row("trained_staff").Number("Value")!.Value.ShouldBe(13.0 / 20, 1e-12);
        Row("trained_staff").Number("Mismatch")!.Value.ShouldBe(7.0 / 20, 1e-12);
        var mean = (((20 * 181) + (14 * 184)) / 365.0) + 6;
        Row("staff_turnover").Number("Value")!.Value.ShouldBe(6 / mean, 1e-12);
        Row("staff_turnover").Number("Basis")!.Value.ShouldBe(mean, 1e-12);
        Row("funding_change").Number("Value")!.Value.ShouldBe(-0.3, 1e-12);
        Row("funding_change").Number("Mismatch")!.Value.ShouldBe(0.3, 1e-12);
        rows.Find(AreaLevel.Community, "c/1", ServiceScope.OfNeedClass("special_groups"), "staff_turnover").Number("Value").ShouldBe(0);

        IndicatorRow? Row(string measure) => rows.Find(AreaLevel.City, "Tiny", ServiceScope.All, measure);
    }

    [Fact]
    public async Task Compute_NothingGiven_IsUnknown()
    {
        var rows = await ComputeAsync(TinyCity.Of(0, communities: 1));

        rows.Count.ShouldBe(4 * (1 + 2 + 2) * 3);
        rows.ShouldAllBe(row => row.Number("Value") == null && row.Number("Mismatch") == null && row.Number("Basis") == 0);
    }

    [Fact]
    public async Task Compute_CommunityThatClosed_IsLeftOut()
    {
        var city = TinyCity.Of(0, communities: 1);
        city.Communities[0] = city.Communities[0] with { ValidTo = Origin.AddDays(-1) };

        (await ComputeAsync(city)).ShouldBeEmpty();
    }

    private static Task<IReadOnlyList<IndicatorRow>> ComputeAsync(TinyCity city) =>
        new SustainabilityIndicator().ComputeAsync(city, Origin);

    private static CapacityFact With(
        string community, string service, DateOnly from, double? staff = null, double? trained = null, double? funding = null) =>
        new(community, service, from, 10, staff, trained, null, funding);
}
