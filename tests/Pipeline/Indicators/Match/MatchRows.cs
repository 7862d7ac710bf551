using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Indicators.Match;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Tests.Pipeline.Indicators.Match;

/// <summary>Finds what a test asks of rows of table <c>MatchDimensions</c>.</summary>
internal static class MatchRows
{
    public static IndicatorRow? Find(
        this IReadOnlyList<IndicatorRow> rows, AreaLevel level, string area, ServiceScope scope, string measure) =>
        rows.SingleOrDefault(row => row.Level == level && row.Area == area && row.Scope == scope && row.Parts[1] == measure);

    public static IndicatorValue Of(this IndicatorRow? row, string column) =>
        row.ShouldNotBeNull()[column];

    public static double? Number(this IndicatorRow? row, string column) => row.Of(column).Number;
}
