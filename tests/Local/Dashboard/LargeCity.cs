using System.Globalization;
using System.Text.Json;
using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>
/// Tables of a city of 10 districts with 10 subdistricts of 10 communities each, 12 services and 28 days, made as they are asked for.
/// </summary>
internal sealed partial class LargeCity : ITableReader
{
    public const int Communities = 1000;

    private const string Run = "20260630-0123456789ab";
    private const int Horizon = 28;

    private static readonly string[] Levels = ["city", "district", "subdistrict", "community"];
    private static readonly string[] Services =
        ["meal-help", "library", "family-doctor", "elderly-day-care", "food-supply", "sports", "counselling", "child-care", "bathing-help",
            "convenience", "fitness", "vaccination"];

    private static readonly (string Level, string Code)[] Scopes =
        [("all", "all"),
            .. ((string[])["basic_living", "social_services", "culture_and_education", "special_groups"])
            .Select(code => ("need_class", code)),
            .. Services.Select(code => ("service", code))];

    private static readonly DateOnly Origin = new(2026, 6, 30);

    private const int AllFindings = 16;

    /// <summary>Findings of the runs; null for runs of a version that made none.</summary>
    public int? Findings { get; set; } = AllFindings;

    public IReadOnlyList<string> Tables =>
        ["Attention", "Forecasts", "SupplyDemand", "Residents", "Satisfaction", "Participation", "FeedbackThemes", "Improvements",
            "MatchDimensions", "Allocations", "Scenarios", "ForecastAccuracy", "Uploads", "Runs", "Models"];

    public Task<TableResponse> GetAsync(
        string table, IReadOnlyDictionary<string, string> query, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        var skip = query.TryGetValue("page", out var page) ? int.Parse(page, CultureInfo.InvariantCulture) : 0;
        var top = int.Parse(query.GetValueOrDefault("top", "1000"), CultureInfo.InvariantCulture);
        var rows = Rows(table.ToLowerInvariant(), query).Skip(skip).Take(top + 1).ToList();
        var body = JsonSerializer.SerializeToUtf8Bytes(rows.Take(top));
        return Task.FromResult(
            new TableResponse(200, "application/json; charset=utf-8", body, null, rows.Count > top ? $"{skip + top}" : null));
    }

    private IEnumerable<object> Rows(string table, IReadOnlyDictionary<string, string> query) => table switch
    {
        "forecasts" => Pairs(query).SelectMany(pair => Days(query).Select(day => Forecast(pair.Area, pair.Scope, day))),
        "supplydemand" => Pairs(query).Select(pair => Supply(pair.Area, pair.Scope)),
        "residents" => Areas(query).SelectMany(area =>
            ((string[])["age_60_plus", "age_15_35", "children"]).Select((group, index) => Resident(area, group, index))),
        "forecastaccuracy" =>
            (query.ContainsKey("area") ? Pairs(query) : Scopes.Select(scope => (new Area(query["level"], "", "", ""), scope)))
            .SelectMany(
                pair => ((string[])["01-07", "08-14", "15-21", "22-28"]).Select(horizons => Accuracy(pair.Item1, pair.Item2, horizons))),
        "satisfaction" => Areas(query).SelectMany(area => Satisfaction(area, query)),
        "participation" => Areas(query).SelectMany(area => Participation(area, query)),
        "feedbackthemes" => Areas(query).SelectMany(Themes),
        "matchdimensions" => Areas(query).SelectMany(MatchDimensions),
        "allocations" => Pairs(query).Select(pair => Allocation(pair.Area, pair.Scope)),
        "scenarios" => Pairs(query).SelectMany(pair => Scenarios(pair.Area, pair.Scope)),
        "improvements" => Areas(query).Where(area => area.Code.EndsWith('7')).SelectMany(area => Improvements(area, query)),
        "attention" => Enumerable.Range(0, Findings ?? 0).Select(Finding),
        "uploads" => Enumerable.Range(0, 500).Select(Upload),
        "runs" => Enumerable.Range(0, 30).Select(RunRow),
        "models" => Enumerable.Range(0, 30).Select(Model),
        _ => [],
    };

    private static IEnumerable<(Area Area, (string Level, string Code) Scope)> Pairs(IReadOnlyDictionary<string, string> query) =>
        from area in Areas(query)
        from scope in Scopes
        where !query.TryGetValue("service", out var service)
            || scope.Code == service
        select (area, scope);

    private static IEnumerable<Area> Areas(IReadOnlyDictionary<string, string> query) => All()
        .Where(area => !query.TryGetValue("level", out var level) || area.Level == level)
        .Where(area => !query.TryGetValue("area", out var code) || area.Code == code);

    private static IEnumerable<Area> All() =>
        Levels.SelectMany((level, depth) => Enumerable.Range(0, (int)Math.Pow(10, depth)).Select(index => depth switch
    {
        0 => new Area(level, "Large", "Large", ""),
        1 => new Area(level, $"D{index}", $"District {index}", "Large"),
        2 => new Area(level, $"D{index / 10}/S{index}", $"Subdistrict {index}", $"D{index / 10}"),
        _ => new Area(level, $"c{index:000}", $"Community {index}", $"D{index / 100}/S{index / 10}"),
    }));

    private static IEnumerable<int> Days(IReadOnlyDictionary<string, string> query) => Enumerable.Range(1, Horizon).Where(day =>
        (!query.TryGetValue("from", out var from) || string.CompareOrdinal(Day(day), from) >= 0)
            && (!query.TryGetValue("to", out var to) || string.CompareOrdinal(Day(day), to) <= 0));
}
