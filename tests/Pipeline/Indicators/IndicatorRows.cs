using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;

namespace CommunityDemand.Tests.Pipeline.Indicators;

/// <summary>Computes an indicator over facts, and reads its rows by the names of their columns.</summary>
internal static class IndicatorRows
{
    /// <summary>All of a city's facts, up to a day.</summary>
    public static async Task<IndicatorScope> ScopeAsync(this IFactReader facts, DateOnly origin)
    {
        var cancel = TestContext.Current.CancellationToken;
        return new(
            origin, new AreaTree(await facts.ReadCommunitiesAsync(cancel)), ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(cancel)));
    }

    /// <summary>The rows of an indicator alone, as a night has them.</summary>
    public static async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(this IFactIndicator indicator, IFactReader facts, DateOnly origin)
    {
        var scope = await facts.ScopeAsync(origin);
        var tally = await indicator.BeginAsync(scope, TestContext.Current.CancellationToken);
        await new FactPass(facts).RunAsync([tally], scope, TestContext.Current.CancellationToken);
        return [.. tally.Rows().Select(row => new IndicatorRow(row))];
    }

    public static IndicatorValue Value(this IndicatorRow row, string column) => row[column];

    public static double Number(this IndicatorRow row, string column) => row[column].Number!.Value;

    public static string? Text(this IndicatorRow row, string column) => row[column].Text;
}
