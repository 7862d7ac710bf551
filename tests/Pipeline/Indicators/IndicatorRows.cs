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
        var known = await KeyedFacts.ReadAsync(facts, cancel);
        return new(origin, new AreaTree(known.Communities), ServiceCatalogue.BuiltIn.With(known.Services), known);
    }

    /// <summary>The rows of an indicator alone, as a night has them.</summary>
    public static async Task<IReadOnlyList<IndicatorRow>> ComputeAsync(this IFactIndicator indicator, IFactReader facts, DateOnly origin)
    {
        var scope = await facts.ScopeAsync(origin);
        using var tally = indicator.Begin(scope);
        await new FactPass(facts).RunAsync([tally], scope.Areas, scope.Origin, TestContext.Current.CancellationToken);
        tally.Train?.Invoke(TestContext.Current.CancellationToken);
        return [.. tally.Rows().Select(row => new IndicatorRow(row))];
    }

    public static IndicatorValue Value(this IndicatorRow row, string column) => row[column];

    public static double Number(this IndicatorRow row, string column) => row[column].Number!.Value;

    public static string? Text(this IndicatorRow row, string column) => row[column].Text;
}
