using System.Globalization;
using System.Text;
using System.Text.Json;
using CommunityDemand.Local.Commands;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.WhatIfs.Allocations;

[UsesAzurite]
public sealed class AllocationDeskTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ask_Nothing_GivesTheVeryNumbersOfTheTable()
    {
        var city = TinyCity.Noisy(100);
        for (var k = 0; k < city.Communities.Count; k++)
            city.Population.Add(
                new PopulationFact($"c/{k}", city.LastDay.AddDays(-9), 1000, 100 + (50 * k), null, null, null, null, null, null));
        await using var harness = new RunHarness(
            azurite.NewAccount(),
            city,
            ("Allocation:VulnerableWeight", "2"),
            ("Allocation:Least", "1"),
            ("Allocation:Share", "0.2"),
            ("Allocation:Budgets:library", "9"));
        var run = await harness.RunAsync();
        city.Capacity.Clear();
        city.Population.Clear();

        var answer = await harness.Get<IAllocations>().AskAsync(new AllocationRequest(Level: "community"), Cancel);

        var table = (await harness.RowsAsync(AllocationsRow.Table.Name, run.Id)).Values;
        answer.Rows.Count.ShouldBe(table.Count);
        answer.Rows.Select(Text).Order(StringComparer.Ordinal).ShouldBe(table.Select(Text).Order(StringComparer.Ordinal));
        (answer.Run, answer.Rows[0].Level, answer.Resources).ShouldBe((run.Id, "city", answer.Resources));
        answer.Resources.ShouldBe(["visits"]);
    }

    [Fact]
    public async Task Ask_MoreCapacity_RemovesMoreAndNeverLessThanInProportion()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);

        var removed = new List<double>();
        foreach (var share in (double[])[0, 0.05, 0.2, 0.5])
        {
            var city = (await harness.Get<IAllocations>().AskAsync(new AllocationRequest(Share: share), Cancel)).Rows[0];
            city.ShortageRemoved.ShouldBeGreaterThanOrEqualTo(city.ProportionalRemoved - 1e-9);
            removed.Add(city.ShortageRemoved);
        }

        removed.ShouldBe(removed.Order());
        removed[0].ShouldBe(0);
        removed[^1].ShouldBeGreaterThan(removed[1]);
    }

    [Fact]
    public async Task Ask_OneServiceOfOneDistrict_IsAsInTheWhole()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);

        var whole = await harness.Get<IAllocations>().AskAsync(new AllocationRequest(Share: 0.1, Level: "community"), Cancel);
        var part = await harness.Get<IAllocations>()
            .AskAsync(new AllocationRequest(Share: 0.1, Services: ["library"], Districts: ["东区"], Level: "community"), Cancel);

        AllocationAnswerRow[] places = [.. part.Rows.Where(row => row is { Level: "community", ServiceLevel: "service" })];
        places.Select(row => row.Area).ShouldBe(["c/0", "c/2"]);
        foreach (var row in places) whole.Rows.ShouldContain(row);
    }

    [Fact]
    public async Task Ask_StaffThatNoUploadCounts_NeedsYieldsAndBudgets()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);

        var answer = await harness.Get<IAllocations>().AskAsync(
            new AllocationRequest(
                AllocationResource.Staff,
                AllocationPool.District,
                Budgets: new Dictionary<string, double> { ["all"] = 3 },
                Yields: new Dictionary<string, double> { ["all"] = 7, ["library"] = 9 }),
            Cancel);

        answer.Rows[0].Budget.ShouldBe(6);
        var library = answer.Rows.Single(row => row is { Level: "city", Service: "library" });
        library.ExtraCapacity.ShouldBe(9 * library.Units, 1e-9);
    }

    [Fact]
    public async Task RunAsync_YieldsInOptions_TakeThePlaceOfUploads()
    {
        var city = TinyCity.Noisy(100);
        await using var harness = new RunHarness(
            azurite.NewAccount(), city, ("Allocation:Resource", "Staff"), ("Allocation:Yields:library", "4"),
            ("Allocation:Yields:libary", "4"), ("Allocation:Budgets:library", "5"), ("Allocation:Budgets:北区/library", "5"));

        var run = await harness.RunAsync();

        run.Warnings.ShouldContain(warning => warning.Text().Contains("Allocation:Budgets has 北区/library", StringComparison.Ordinal));
        run.Warnings.ShouldContain(warning => warning.Text().Contains("Allocation:Yields has libary", StringComparison.Ordinal));
        var rows = (await harness.RowsAsync(AllocationsRow.Table.Name, run.Id)).Values;
        rows.ShouldNotBeEmpty();
        rows.ShouldAllBe(row =>
            row.Contains("Resource=staff;", StringComparison.Ordinal) && !row.Contains("Service=day-care;", StringComparison.Ordinal));
    }

    [Fact]
    public void Options_YieldsOutOfRangeOrOfVisits_AreRefused()
    {
        var options = new AllocationOptions { Yields = new() { ["library"] = 0 } };

        var messages = options.Validate(new(options)).Select(result => result.ErrorMessage!).ToList();

        messages.Count.ShouldBe(2);
        messages[0].ShouldContain("set Resource");
        messages[1].ShouldContain("Yields:library is 0");
    }

    [Fact]
    public async Task Answer_Body_IsAnsweredOrItsMistakeNamed()
    {
        await using var harness = await RunHarness.ReaderAsync(azurite);
        (string Body, int Status, string Named)[] questions =
        [
            ("{}", 200, "\"resource\":\"visits\""),
            ("null", 200, "city"),
            ("""{"share":0.3,"least":2,"vulnerableWeight":3,"wholeUnits":false,"level":"community"}""", 200, "c/0"),
            ("{", 400, "$"),
            ("""{"extra":1}""", 400, "extra"),
            ("""{"resource":"buses"}""", 400, "resource"),
            ("""{"share":-1}""", 400, "Share"),
            ("""{"share":1,"budgets":{"all":1}}""", 400, "Both"),
            ("""{"pool":"district"}""", 400, "Pool District"),
            ("""{"budgets":{"all":-1}}""", 400, "Budgets:all is -1"),
            ("""{"yields":{"all":2}}""", 400, "Yields"),
            ("""{"vulnerableWeight":0.5}""", 400, "VulnerableWeight"),
            ("""{"budgets":{"nothing":1}}""", 404, "'nothing'"),
            ("""{"services":["nothing"]}""", 404, "'nothing'"),
            ("""{"districts":["nowhere"]}""", 404, "'nowhere'"),
            ("""{"resource":"staff"}""", 404, "staff"),
            ("""{"resource":"staff","yields":{"all":2}}""", 400, "share"),
            ("""{"run":"none"}""", 404, "'none'"),
            ("""{"level":"street"}""", 400, "'street'"),
        ];

        foreach (var (body, status, named) in questions)
        {
            var answer = await harness.Get<IAllocations>()
                .AnswerAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), Language.English, Cancel);
            var text = Encoding.UTF8.GetString(answer.Body.Span);

            answer.StatusCode.ShouldBe(status, body);
            using var json = JsonDocument.Parse(text);
            (status == 200 ? text : json.RootElement.GetProperty("error").GetString()!).ShouldContain(named);
            if (status != 200) json.RootElement.GetProperty("remedy").GetString().ShouldNotBeNullOrWhiteSpace(body);
        }
    }

    [Fact]
    public async Task Command_Allocation_PrintsATableOrNamesTheMistake()
    {
        var account = await RunHarness.PublishedAsync(azurite);

        var (exit, output, _) = await CommandRun.RunAsync("allocation", "--share", "0.5", "--services", "library", "--storage", account);
        var (mistaken, _, error) = await CommandRun.RunAsync("allocation", "--budgets", "library", "--storage", account);
        var (unknown, _, told) = await CommandRun.RunAsync("allocation", "--budgets", "nothing=3", "--storage", account);

        exit.ShouldBe(ExitCode.Success);
        output.ShouldContain("Extra visits, by service");
        output.ShouldContain("Library");
        mistaken.ShouldBe(ExitCode.UserError);
        error.ShouldContain("--budgets library is not a code with a number");
        unknown.ShouldBe(ExitCode.UserError);
        told.ShouldContain("Budget of 'nothing'");
    }

    // Every digit of a number counts.
    private static string Text(AllocationAnswerRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Level};{row.Area};{row.AreaName};{row.Service};{row.Budget};{row.Units};{row.ExtraCapacity};"
            + $"{row.ExpectedDemand};{row.ShortageBefore};{row.ShortageAfter};{row.ShortageRemoved};"
            + $"{row.MatchRateBefore};{row.MatchRateAfter};{row.NextUnitGain};{row.ProportionalRemoved};{row.Weight}");

    private static string Text(string stored)
    {
        var row = stored.Split(';').Select(cell => cell.Split('=', 2)).ToDictionary(cell => cell[0], cell => cell[1]);
        string[] columns =
        [
            "Level", "Area", "AreaName", "Service", "Budget", "Units", "ExtraCapacity", "ExpectedDemand", "ShortageBefore", "ShortageAfter",
            "ShortageRemoved", "MatchRateBefore", "MatchRateAfter",
            "NextUnitGain", "ProportionalRemoved", "Weight",
        ];
        return string.Join(';', columns.Select(column => row.GetValueOrDefault(column, "")));
    }
}
