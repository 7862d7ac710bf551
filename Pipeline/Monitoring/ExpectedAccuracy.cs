using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Pipeline.Panels;
using Level = CommunityDemand.Models.Panels.Level;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>Expected accuracy of forecasts by level and days ahead, from the backtest of a model.</summary>
internal sealed class ExpectedAccuracy
{
    private readonly Dictionary<(AreaLevel Level, string ServiceLevel), LevelAccuracy?[]> _byHorizon;

    public ExpectedAccuracy(IEnumerable<LevelAccuracy> accuracy) => _byHorizon = accuracy
        .GroupBy(row => Place(row.Level))
        .ToDictionary(level => level.Key, level => ByHorizon([.. level]));

    /// <summary>
    /// Row of the backtest for the narrowest part of the horizon that contains a number of days ahead; null if there is none.
    /// </summary>
    public LevelAccuracy? At(AreaLevel level, string serviceLevel, int horizon) =>
        _byHorizon.TryGetValue((level, serviceLevel), out var rows) && horizon <= rows.Length ? rows[horizon - 1] : null;

    private static LevelAccuracy?[] ByHorizon(LevelAccuracy[] spans) =>
    [
        .. Enumerable.Range(1, spans.Max(span => span.ToHorizon)).Select(horizon => spans
            .Where(span => span.FromHorizon <= horizon && horizon <= span.ToHorizon)
            .MinBy(span => span.ToHorizon - span.FromHorizon)),
    ];

    private static (AreaLevel, string) Place(string level)
    {
        string[] columns = level switch
        {
            Level.Total => [],
            Level.Bottom => [.. CitySchema.Schema.Columns],
            _ => level.Split('+'),
        };

        // Only the level matters here; the values are arbitrary.
        var (area, _, scope) = CitySchema.Place(columns, columns, "");
        return (area, scope.Level);
    }
}
