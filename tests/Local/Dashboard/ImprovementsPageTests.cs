using System.Globalization;
using CommunityDemand.Local.Reports;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class ImprovementsPageTests(PublishedCity city, Chromium chromium) : DashboardTest(city, chromium)
{
    [Theory]
    [InlineData("satisfaction")]
    [InlineData("efficiency")]
    [InlineData("complaints")]
    public async Task Effect_OfAMeasure_EqualsTheTable(string outcome)
    {
        await ShowAsync("improvements");

        var row = (await ReadAsync("Improvements", ("level", "community"))).Single(row => row.Text("outcome") == outcome);
        var cells = (await RowsAsync(outcome)).Single();
        cells[0].ShouldBe($"longer hours, {PublishedCity.HostileName}, since 1 May 2025");
        cells[1].ShouldBe(Signed(row.Number("relativeEffect")));
        cells[2].ShouldBe($"{Signed(row.Number("relativeLower95"))} to {Signed(row.Number("relativeUpper95"))}");
        cells[3].ShouldBe(Signed(row.Number("handbookEffect")));
        cells[4].ShouldBe(row.Text("verdict")!.Replace('_', ' '));
        cells[7].ShouldBe(Whole(row.Number("controls")));
    }

    [Theory]
    [InlineData("satisfaction")]
    [InlineData("complaints")]
    public async Task Together_OfTheCity_EqualsTheTable(string outcome)
    {
        await ShowAsync("improvements");

        var row = (await ReadAsync("Improvements", ("level", "city"), ("service", "all")))
            .Single(row => row.Text("outcome") == outcome && row.Text("measure") is null);
        var cells = (await RowsAsync("together")).Single(cells => cells[0].Equals(outcome, StringComparison.OrdinalIgnoreCase));
        cells[1].ShouldBe(Signed(row.Number("relativeEffect")));
        cells[2].ShouldBe($"{Signed(row.Number("relativeLower95"))} to {Signed(row.Number("relativeUpper95"))}");
        cells[5].ShouldBe(Whole(row.Number("measures")));
    }

    private static string Signed(double? value) =>
        Math.Round(value!.Value, 1, MidpointRounding.AwayFromZero).ToString("+#,0.0'%';-#,0.0'%'", CultureInfo.InvariantCulture);
}
