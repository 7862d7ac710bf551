using System.Globalization;

namespace CommunityDemand.Tests.Local.Dashboard;

// What a row of each table holds.
internal sealed partial class LargeCity
{
    private static string Day(int ahead) => Origin.AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static double Size(Area area, (string Level, string Code) scope) =>
        Math.Pow(10, 3 - Array.IndexOf(Levels, area.Level)) * (scope.Level == "service" ? 20 : scope.Level == "all" ? 240 : 60);

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
            drivers = new object[] { Message("Sundays -33%"), Message("time of year +9%") },
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

    private static object Message(string text) => new { code = "text", arguments = new { text }, text };

    private static object Finding(int index) => new
    {
        run = Run,
        level = "city",
        area = "city",
        serviceLevel = "all",
        service = "all",
        rank = index + 1,
        severity = index < 4 ? "act" : index < 12 ? "watch" : "know",
        code = "shortage.service",
        text = Message($"Finding {index + 1}: visits will go unserved."),
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
        reasons = new object[]
        {
            new { message = Message("date: not a date"), rows = 6 }, new { message = Message("visits: negative"), rows = 4 }
        },
        message = (string?)null,
        quarantine = $"usage/{index}.csv",
        firstDay = Day(-400),
        lastDay = Day(0),
        ingestedAt = Day(0) + "T02:00:00Z",
    };

    private object RunRow(int index) => new
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
        warnings = new object[] { Message("One community has no row."), Message("Demand has drifted.") },
        promotion = "promoted",
        promotionReason = Message("It did better."),
        findings = Findings,
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
