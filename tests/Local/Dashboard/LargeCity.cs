using System.Globalization;
using System.Text.Json;
using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>Tables of a city of 10 districts with 10 subdistricts of 10 communities each, 12 services and 28 days, made as they are asked for.</summary>
internal sealed class LargeCity : ITableReader
{
    public const int Communities = 1000;

    private const string Run = "20260630-0123456789ab";
    private const int Horizon = 28;

    private static readonly string[] Levels = ["city", "district", "subdistrict", "community"];
    private static readonly string[] Services =
        ["meal-help", "library", "family-doctor", "elderly-day-care", "food-supply", "sports", "counselling", "child-care", "bathing-help", "convenience", "fitness", "vaccination"];

    private static readonly (string Level, string Code)[] Scopes =
        [("all", "all"), .. ((string[])["basic_living", "social_services", "culture_and_education", "special_groups"]).Select(code => ("need_class", code)), .. Services.Select(code => ("service", code))];

    private static readonly DateOnly Origin = new(2026, 6, 30);

    public IReadOnlyList<string> Tables => ["Forecasts", "SupplyDemand", "Residents", "ForecastAccuracy", "Uploads", "Runs", "Models"];

    public Task<TableResponse> GetAsync(string table, IReadOnlyDictionary<string, string> query, string? ifNoneMatch, CancellationToken cancellationToken)
    {
        var skip = query.TryGetValue("page", out var page) ? int.Parse(page, CultureInfo.InvariantCulture) : 0;
        var top = int.Parse(query.GetValueOrDefault("top", "1000"), CultureInfo.InvariantCulture);
        var rows = Rows(table.ToLowerInvariant(), query).Skip(skip).Take(top + 1).ToList();
        var body = JsonSerializer.SerializeToUtf8Bytes(rows.Take(top));
        return Task.FromResult(new TableResponse(200, "application/json; charset=utf-8", body, null, rows.Count > top ? $"{skip + top}" : null));
    }

    private static IEnumerable<object> Rows(string table, IReadOnlyDictionary<string, string> query) => table switch
    {
        "forecasts" => Pairs(query).SelectMany(pair => Days(query).Select(day => Forecast(pair.Area, pair.Scope, day))),
        "supplydemand" => Pairs(query).Select(pair => Supply(pair.Area, pair.Scope)),
        "residents" => Areas(query).SelectMany(area => ((string[])["age_60_plus", "age_15_35", "children"]).Select((group, index) => Resident(area, group, index))),
        "forecastaccuracy" => (query.ContainsKey("area") ? Pairs(query) : Scopes.Select(scope => (new Area(query["level"], "", "", ""), scope)))
            .SelectMany(pair => ((string[])["01-07", "08-14", "15-21", "22-28"]).Select(horizons => Accuracy(pair.Item1, pair.Item2, horizons))),
        "uploads" => Enumerable.Range(0, 500).Select(Upload),
        "runs" => Enumerable.Range(0, 30).Select(RunRow),
        "models" => Enumerable.Range(0, 30).Select(Model),
        _ => [],
    };

    private static IEnumerable<(Area Area, (string Level, string Code) Scope)> Pairs(IReadOnlyDictionary<string, string> query) =>
        from area in Areas(query) from scope in Scopes where !query.TryGetValue("service", out var service) || scope.Code == service select (area, scope);

    private static IEnumerable<Area> Areas(IReadOnlyDictionary<string, string> query) => All()
        .Where(area => !query.TryGetValue("level", out var level) || area.Level == level)
        .Where(area => !query.TryGetValue("area", out var code) || area.Code == code);

    private static IEnumerable<Area> All() => Levels.SelectMany((level, depth) => Enumerable.Range(0, (int)Math.Pow(10, depth)).Select(index => depth switch
    {
        0 => new Area(level, "Large", "Large", ""),
        1 => new Area(level, $"D{index}", $"District {index}", "Large"),
        2 => new Area(level, $"D{index / 10}/S{index}", $"Subdistrict {index}", $"D{index / 10}"),
        _ => new Area(level, $"c{index:000}", $"Community {index}", $"D{index / 100}/S{index / 10}"),
    }));

    private static IEnumerable<int> Days(IReadOnlyDictionary<string, string> query) => Enumerable.Range(1, Horizon).Where(day =>
        (!query.TryGetValue("from", out var from) || string.CompareOrdinal(Day(day), from) >= 0) && (!query.TryGetValue("to", out var to) || string.CompareOrdinal(Day(day), to) <= 0));

    private static string Day(int ahead) => Origin.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Size(Area area, (string Level, string Code) scope) => Math.Pow(10, 3 - Array.IndexOf(Levels, area.Level)) * (scope.Level == "service" ? 20 : scope.Level == "all" ? 240 : 60);

    private static object Forecast(Area area, (string Level, string Code) scope, int day)
    {
        var mean = Size(area, scope) * (1 + (0.3 * Math.Sin(day)));
        return new
        {
            run = Run,
            origin = Day(0),
            level = area.Level,
            area = area.Code,
            areaName = area.Name,
            parent = area.Parent,
            serviceLevel = scope.Level,
            service = scope.Code,
            serviceName = scope.Code,
            date = Day(day),
            horizon = day,
            mean,
            lower80 = mean * .8,
            upper80 = mean * 1.2,
            lower95 = mean * .7,
            upper95 = mean * 1.3,
            model = "combination",
            drivers = "Sundays -33%; time of year +9%",
            median = mean,
        };
    }

    private static object Supply(Area area, (string Level, string Code) scope)
    {
        var demand = Size(area, scope) * Horizon;
        var shortage = demand * (area.Code.Length + scope.Code.Length) / 200;
        return new
        {
            run = Run,
            origin = Day(0),
            level = area.Level,
            area = area.Code,
            areaName = area.Name,
            parent = area.Parent,
            serviceLevel = scope.Level,
            service = scope.Code,
            serviceName = scope.Code,
            from = Day(1),
            to = Day(Horizon),
            capacity = demand,
            expectedDemand = demand,
            expectedShortage = shortage,
            expectedSurplus = shortage,
            shortageProbability = .4,
            utilisation = .9,
            matchRate = 1 - (shortage / demand),
            status = "short",
            worstDate = Day(9),
            worstShortage = shortage / 7,
        };
    }

    private static object Resident(Area area, string group, int index) => new
    {
        run = Run,
        level = area.Level,
        area = area.Code,
        areaName = area.Name,
        parent = area.Parent,
        serviceLevel = "all",
        service = "all",
        serviceName = "All services",
        group,
        asOf = Day(-30),
        population = 5000,
        members = 1000 - index,
        share = .2,
        shareYearAgo = .19,
        trendPoints = 1.0,
        trendError = .2,
    };

    private static object Accuracy(Area area, (string Level, string Code) scope, string horizons) => new
    {
        run = Run,
        level = area.Level,
        serviceLevel = scope.Level,
        service = scope.Code,
        serviceName = scope.Code,
        horizons,
        from = Day(-27),
        to = Day(0),
        forecasts = 196,
        mase = .8,
        wape = .2,
        bias = .01,
        coverage80 = .81,
        coverage95 = .95,
        area = area.Code,
        areaName = area.Name,
        rmsse = .7,
        expectedRmsse = .7,
        expectedWape = .2,
        expectedCoverage80 = .8,
        drift = area.Level == "city" ? "above" : "",
        driftSince = Day(-10),
        drifting = 7,
    };

    private static object Upload(int index) => new
    {
        path = $"usage/2026/file-{index:000}.csv",
        dataset = "usage",
        status = "ingested",
        read = 1000,
        kept = 990 - (index % 7),
        rejected = 10 + (index % 7),
        duplicates = 0,
        reasons = """{"date: not a date":6,"visits: negative":4}""",
        message = (string?)null,
        quarantine = $"usage/{index}.csv",
        firstDay = Day(-400),
        lastDay = Day(0),
        ingestedAt = Day(0) + "T02:00:00Z",
    };

    private static object RunRow(int index) => new
    {
        run = index == 0 ? Run : $"{Run}{index}",
        state = "published",
        origin = Day(-index),
        horizon = Horizon,
        model = $"m{index}",
        series = 12000,
        rows = 500000,
        queuedAt = Day(1 - index) + "T02:00:00Z",
        plannedAt = Day(1 - index) + "T02:10:00Z",
        publishedAt = Day(1 - index) + "T02:30:00Z",
        warnings = "One community has no row.\nDemand has drifted.",
        promotion = "promoted",
        promotionReason = "It did better.",
        drifting = 9,
    };

    private static object Model(int index) => new
    {
        model = $"m{index}",
        run = Run,
        createdAt = Day(1 - index) + "T02:05:00Z",
        from = Day(-900),
        to = Day(-index),
        series = 12000,
        mase = .76,
        naiveMase = .99,
        rmsse = .72,
        naiveRmsse = .96,
        wape = .2,
        crps = .15,
        coverage80 = .81,
        coverage95 = .95,
        importance = """[{"feature":"lag_7","share":0.6},{"feature":"lag_14","share":0.4}]""",
        champion = index == 0,
        promotion = "promoted",
        reason = "It did better.",
        trainingSeconds = 300,
    };

    private sealed record Area(string Level, string Code, string Name, string Parent);
}
