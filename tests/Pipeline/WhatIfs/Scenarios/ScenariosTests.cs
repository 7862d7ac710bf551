using System.Text;
using System.Text.Json;
using CommunityDemand.Local.Commands;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.WhatIfs.Scenarios;

[UsesAzurite]
public sealed class ScenariosTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RunAsync_Default_PublishesASetWhoseLevelsAddUp()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);
        var run = await harness.CurrentAsync();

        var rows = (await harness.RowsAsync(ScenariosRow.Table.Name, run.Id)).Values
            .Select(row => row.Split(';').Select(cell => cell.Split('=', 2)).ToDictionary(cell => cell[0], cell => cell[1])).ToList();
        // Neither service of this city follows the old.
        rows.Select(row => row["Scenario"]).Distinct().Order().ShouldBe(["closed-centre", "new-centre", "surge"]);
        foreach (var scenario in rows.GroupBy(row => row["Scenario"]))
        {
            foreach (var column in (string[])["DemandChange", "ShortageChange"])
            {
                scenario.Where(row => row["Level"] == "community" && row["ServiceLevel"] == "service").Sum(row => Number(row, column))
                    .ShouldBe(Number(scenario.Single(row => row["Level"] == "city" && row["ServiceLevel"] == "all"), column), 1e-6);
            }
        }

        var surge = rows.Single(row => row["Scenario"] == "surge" && row["Level"] == "city" && row["ServiceLevel"] == "all");
        Number(surge, "DemandChange").ShouldBe(Number(surge, "Demand") - (Number(surge, "Demand") / 1.2), 1e-6);
    }

    [Fact]
    public async Task Ask_AfterPublishing_AgreesWithTheTableAndStoresNothing()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);
        var run = await harness.CurrentAsync();

        var answer = await harness.Get<IScenarios>()
            .AskAsync(new ScenarioRequest(ScenarioKind.Surge, Factor: 1.2, Level: "community"), Cancel);

        var table = await harness.RowsAsync(ScenariosRow.Table.Name, run.Id);
        answer.Run.ShouldBe(run.Id);
        var rows = table.Values.Where(row => row.Contains(";Scenario=surge;", StringComparison.Ordinal)).ToList();
        answer.Rows.Count.ShouldBe(rows.Count);
        foreach (var row in answer.Rows)
        {
            rows.ShouldContain(stored => stored.Contains(
                $"Area={row.Area};", StringComparison.Ordinal) && stored.Contains($"Service={row.Service};", StringComparison.Ordinal)
                && stored.Contains($"ExpectedShortage={row.ExpectedShortage}", StringComparison.Ordinal));
        }

        // The table's first week is all of this horizon of seven days.
        answer.Rows[0].Level.ShouldBe("city");
    }

    [Fact]
    public async Task Ask_EveryKind_Answers()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);
        var run = await harness.CurrentAsync();
        var (first, third) = (run.Origin.AddDays(1), run.Origin.AddDays(3));
        ScenarioRequest[] requests =
        [
            new(ScenarioKind.Ageing, Points: 2),
            new(ScenarioKind.Surge, Factor: 1.5, Services: ["library"], Areas: ["东区"], From: first, To: third),
            new(ScenarioKind.NewCentre, Community: "c/0", Service: "library", Capacity: 50),
            new(ScenarioKind.ClosedCentre, Community: "c/0"),
            new(ScenarioKind.MovedHoliday, From: first, To: third),
        ];

        foreach (var request in requests)
        {
            var answer = await harness.Get<IScenarios>().AskAsync(request, Cancel);
            var city = answer.Rows[0];
            (city.Level, city.ServiceLevel).ShouldBe(("city", "all"), request.ToString());
            if (request.Kind == ScenarioKind.ClosedCentre) city.ShortageChange!.Value.ShouldBeGreaterThan(0);
            if (request.Kind == ScenarioKind.NewCentre) city.ShortageChange!.Value.ShouldBeLessThan(0);
        }
    }

    [Fact]
    public async Task Answer_Body_IsAnsweredOrItsMistakeNamed()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);
        (string Body, int Status, string Named)[] questions =
        [
            ("{}", 400, "kind"),
            ("{", 400, "$"),
            ("""{"kind":"surge"}""", 400, "factor is missing"),
            ("""{"kind":"ageing","factor":2}""", 400, "takes no factor"),
            ("""{"kind":"ageing","points":99}""", 400, "points is 99"),
            ("""{"kind":"surge","factor":2,"services":["nothing"]}""", 404, "'nothing'"),
            ("""{"kind":"surge","factor":2,"from":"2020-01-01"}""", 400, "2020-01-01"),
            ("""{"kind":"closedCentre","community":"nowhere"}""", 404, "'nowhere'"),
            ("""{"kind":"ageing","run":"none"}""", 404, "'none'"),
            ("""{"kind":"ageing","level":"street"}""", 400, "'street'"),
            ("""{"kind":"ageing"}""", 200, "city"),
        ];

        foreach (var (body, status, named) in questions)
        {
            var answer = await harness.Get<IScenarios>()
                .AnswerAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), Language.English, Cancel);
            var text = Encoding.UTF8.GetString(answer.Body.Span);

            answer.StatusCode.ShouldBe(status, body);
            using var json = JsonDocument.Parse(text);
            (status == 200 ? text : json.RootElement.GetProperty("error").GetString()!).ShouldContain(named);
            if (status != 200) json.RootElement.GetProperty("remedy").GetString().ShouldNotBeNullOrWhiteSpace(body);
        }
    }

    [Fact]
    public async Task Command_Scenario_PrintsATableOrNamesTheMistake()
    {
        var account = await RunHarness.PublishedAsync(azurite);

        var (exit, output, _) = await CommandRun.RunAsync(
            "scenario", "surge", "--factor", "1.5", "--services", "library", "--storage", account);
        var (mistaken, _, error) = await CommandRun.RunAsync("scenario", "surge", "--storage", account);

        exit.ShouldBe(ExitCode.Success);
        output.ShouldContain("Demand times 1.5: library");
        output.ShouldContain("Library");
        mistaken.ShouldBe(ExitCode.UserError);
        error.ShouldContain("factor is missing");
    }

    [Fact]
    public async Task Command_ScenarioBeforeAnyRun_SaysSo()
    {
        var (exit, _, error) = await CommandRun.RunAsync("scenario", "ageing", "--storage", azurite.NewAccount());

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain("No run has been published yet");
    }

    private static double Number(Dictionary<string, string> row, string column) =>
        double.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture);
}
