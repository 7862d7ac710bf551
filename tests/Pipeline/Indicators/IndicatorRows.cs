using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Tests.Pipeline.Runs;

namespace CommunityDemand.Tests.Pipeline.Indicators;

/// <summary>Reads an indicator's rows by the names of their columns.</summary>
internal static class IndicatorRows
{
    public static async Task<IndicatorScope> ScopeAsync(this TinyCity city, DateOnly origin) => new(
        origin,
        new AreaTree(await city.ReadCommunitiesAsync(TestContext.Current.CancellationToken)),
        ServiceCatalogue.BuiltIn.With(await city.ReadServicesAsync(TestContext.Current.CancellationToken)));

    public static IndicatorValue Value(this IndicatorRow row, PublicTable table, string column) => row.Values[table.OwnColumns.ToList().IndexOf(column)];

    public static double Number(this IndicatorRow row, PublicTable table, string column) => row.Value(table, column).Number!.Value;

    public static string? Text(this IndicatorRow row, PublicTable table, string column) => row.Value(table, column).Text;
}
