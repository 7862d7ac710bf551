using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Pipeline.Panels;
using Level = CommunityDemand.Models.Panels.Level;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>What the backtest of a model leads one to expect of its forecasts, by level and days ahead.</summary>
internal sealed class ExpectedAccuracy
{
    private readonly Dictionary<(AreaLevel Level, string ServiceLevel), LevelAccuracy?[]> _byHorizon;

    public ExpectedAccuracy(IEnumerable<LevelAccuracy> accuracy) => _byHorizon = accuracy
        .GroupBy(row => Place(row.Level))
        .ToDictionary(level => level.Key, level => ByHorizon([.. level]));

    /// <summary>The backtest's row of the narrowest span of the horizon that holds a number of days ahead; null if it has none.</summary>
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

        // Only the level is asked for: any values will do.
        var (area, _, scope) = CitySchema.Place(columns, columns, "");
        return (area, scope.Level);
    }
}
