using System.Text;
using System.Text.Json;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Reading;

[UsesAzurite]
public sealed class TableReaderTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GetAsync_Questions_ChooseTheirRows()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();
        var (second, fourth) = ($"{city.LastDay.AddDays(2):yyyy-MM-dd}", $"{city.LastDay.AddDays(4):yyyy-MM-dd}");

        (await CountAsync(harness, "Forecasts")).ShouldBe(11 * 5 * 7);
        (await CountAsync(harness, "Forecasts", ("level", "community"))).ShouldBe(4 * 5 * 7);
        (await CountAsync(harness, "Forecasts", ("level", "subdistrict"), ("area", "东区/街道0"))).ShouldBe(5 * 7);
        (await CountAsync(harness, "Forecasts", ("level", "community"), ("area", "c/1"), ("service", "library"))).ShouldBe(7);
        (await CountAsync(harness, "Forecasts", ("level", "社区"), ("service", "culture_and_education"))).ShouldBe(4 * 7);
        (await CountAsync(harness, "Forecasts", ("service", "all"))).ShouldBe(11 * 7);
        (await CountAsync(
            harness,
            "Forecasts",
            ("level", "community"),
            ("area", "c/1"),
            ("service", "library"),
            ("from", second),
            ("to", fourth))).ShouldBe(3);
        (await CountAsync(harness, "Forecasts", ("level", "community"), ("area", "c/1"), ("from", second), ("to", fourth))).ShouldBe(5 * 3);
        (await CountAsync(harness, "Forecasts", ("level", "community"), ("service", "library"), ("from", second), ("to", fourth)))
            .ShouldBe(4 * 3);
        (await CountAsync(harness, "Forecasts", ("level", "community"), ("area", "nowhere"))).ShouldBe(0);
        (await CountAsync(harness, "SupplyDemand", ("level", "district"), ("service", "library"))).ShouldBe(2);
        (await CountAsync(harness, "SupplyDemand", ("level", "district"), ("area", "东区"), ("service", "library"))).ShouldBe(1);
        (await CountAsync(harness, "ForecastAccuracy")).ShouldBe(0);
        (await CountAsync(harness, "Runs")).ShouldBe(1);
        (await CountAsync(harness, "Models")).ShouldBe(1);
        (await CountAsync(harness, "uploads")).ShouldBe(0);
    }

    [Theory]
    [InlineData("Forecasts", "level", "planet", "community")]
    [InlineData("Forecasts", "top", "0", "10000")]
    [InlineData("Forecasts", "top", "-1", "10000")]
    [InlineData("Forecasts", "from", "yesterday", "2026-11-24")]
    [InlineData("Forecasts", "area", "c/1", "level")]
    [InlineData("Forecasts", "format", "xml", "csv")]
    [InlineData("Forecasts", "page", "!!", "x-next-page")]
    [InlineData("Forecasts", "page", "abcd", "x-next-page")]
    [InlineData("Forecasts", "servce", "library", "service")]
    [InlineData("Runs", "level", "city", "top")]
    [InlineData("SupplyDemand", "from", "2026-11-24", "service")]
    public async Task GetAsync_Mistake_Is400AndSaysWhatToWrite(string table, string parameter, string value, string remedy)
    {
        await using var harness = new RunHarness(azurite.NewAccount(), new TinyCity());

        var answer = await GetAsync(harness, table, (parameter, value));

        answer.StatusCode.ShouldBe(400);
        JsonSerializer.Deserialize<JsonElement>(answer.Body.Span).GetProperty("remedy").GetString().ShouldNotBeNull().ShouldContain(remedy);
    }

    [Fact]
    public async Task GetAsync_NothingThere_Is404AndSaysWhy()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), new TinyCity());

        (await GetAsync(harness, "Secrets")).StatusCode.ShouldBe(404);
        (await GetAsync(harness, "Forecasts")).StatusCode.ShouldBe(404);
        (await GetAsync(harness, "Forecasts", ("run", "20260101-000000000000"))).StatusCode.ShouldBe(404);
        (await GetAsync(harness, "Runs")).StatusCode.ShouldBe(200);
    }

    [Theory]
    [InlineData("Forecasts")]
    [InlineData("Runs")]
    public async Task GetAsync_TagThatStillStands_Is304(string table)
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();
        var first = await GetAsync(harness, table, ("top", "10"));

        var same = await harness.Reader.GetAsync(
            table, new Dictionary<string, string> { ["top"] = "10" }, $"\"x\", W/{first.ETag}", Cancel);
        same.StatusCode.ShouldBe(304);
        same.Body.Length.ShouldBe(0);
        (await harness.Reader.GetAsync(
            table, new Dictionary<string, string> { ["top"] = "9", ["format"] = "csv" }, first.ETag, Cancel)).StatusCode.ShouldBe(200);

        city.Version = 2;
        await harness.RunAsync();
        (await harness.Reader.GetAsync(table, new Dictionary<string, string> { ["top"] = "10" }, first.ETag, Cancel)).StatusCode
            .ShouldBe(200);
    }

    [Fact]
    public async Task GetAsync_PagesWhileARunIsPublished_StayWithinTheirRun()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        var first = await harness.RunAsync();
        var whole = await GetAsync(harness, "Forecasts", ("level", "community"));

        var rows = new List<JsonElement>();
        string? page = null;
        do
        {
            var answer = await GetAsync(
                harness, "Forecasts", [("level", "community"), ("top", "50"), .. page is null ? ((string, string)[])[] : [("page", page)]]);
            answer.StatusCode.ShouldBe(200);
            rows.AddRange(JsonSerializer.Deserialize<JsonElement[]>(answer.Body.Span)!);
            page = answer.NextPage;
            if (rows.Count == 50)
            {
                city.Version = 2;
                await harness.RunAsync();
            }
        }
        while (page is not null);

        rows.Select(r => r.GetProperty("run").GetString()).Distinct().ShouldBe([first.Id]);
        rows.Select(r => r.GetRawText()).ShouldBe(JsonSerializer.Deserialize<JsonElement[]>(whole.Body.Span)!.Select(r => r.GetRawText()));
    }

    [Fact]
    public async Task GetAsync_ReadersDuringPublication_SeeOneRunEach()
    {
        var city = TinyCity.Of(70);
        await using var harness = new RunHarness(azurite.NewAccount(), city, ("Run:KeepRuns", "1"));
        await harness.RunAsync();

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reading = Task.Run(
            async () =>
            {
                var seen = new HashSet<string>();
                while (!stop.IsCancellationRequested)
                {
                    var answer = await GetAsync(harness, "Forecasts", ("level", "community"), ("service", "library"));
                    answer.StatusCode.ShouldBe(200);
                    var rows = JsonSerializer.Deserialize<JsonElement[]>(answer.Body.Span)!;
                    rows.Length.ShouldBe(4 * 7);
                    seen.Add(rows.Select(r => r.GetProperty("run").GetString()!).Distinct().Single());
                }

                return seen;
            },
            Cancel);
        for (city.Version = 2; city.Version <= 3; city.Version++) await harness.RunAsync();
        await stop.CancelAsync();

        (await reading).Count.ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task GetAsync_Csv_IsWhatExcelReadsAndHoldsNoFormula()
    {
        var city = TinyCity.Of(70);
        city.Communities[0] = city.Communities[0] with { Name = "=HYPERLINK(\"http://x\",\"y\")" };
        await using var harness = new RunHarness(azurite.NewAccount(), city);
        await harness.RunAsync();

        var answer = await GetAsync(
            harness, "SupplyDemand", ("level", "community"), ("area", "c/0"), ("service", "library"), ("format", "csv"));

        answer.ContentType.ShouldBe("text/csv; charset=utf-8");
        answer.Body.Span[..3].SequenceEqual(Encoding.UTF8.Preamble).ShouldBeTrue();
        var lines = Encoding.UTF8.GetString(answer.Body.Span[3..]).Split("\r\n");
        lines[0].ShouldStartWith("run,origin,level,area,areaName,parent,serviceLevel,service,serviceName,frequency,from,to,capacity");
        lines[1].ShouldContain("c/0,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",东区/街道0,service,library,");
        lines[1].ShouldContain($",{city.LastDay.AddDays(1):yyyy-MM-dd},");
        lines.Length.ShouldBe(3);
    }

    [Fact]
    public void CsvRows_TextThatASpreadsheetWouldRun_GetsAnApostrophe()
    {
        foreach (var text in new[] { "=1", "+1", "-1", "@x", "\tx", "\rx" }) Csv(text).ShouldStartWith(text[0] == '\r' ? "\"'" : "'");
        Csv(-1.5).ShouldBe("-1.5");
        Csv("a,b").ShouldBe("\"a,b\"");
        Csv("say \"hi\"").ShouldBe("\"say \"\"hi\"\"\"");
        Csv("two\nlines").ShouldBe("\"two\nlines\"");
        Csv(null).ShouldBe("");
    }

    [Fact]
    public async Task Exporter_WholeTables_MatchTheirCounts()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(70));
        var run = await harness.RunAsync();
        var exporter = harness.Get<TableExporter>();

        foreach (var table in await exporter.ListAsync(Cancel))
        {
            using var json = new MemoryStream();
            (await exporter.ExportAsync(table.Name, "json", json, null, Language.English, Cancel)).ShouldBe(table.Rows);
            JsonSerializer.Deserialize<JsonElement[]>(json.ToArray())!.Length.ShouldBe((int)table.Rows);
            using var csv = new MemoryStream();
            await exporter.ExportAsync(table.Name.ToLowerInvariant(), "csv", csv, table.Run, Language.English, Cancel);
            Encoding.UTF8.GetString(csv.ToArray()).Split("\r\n").Length.ShouldBe((int)table.Rows + 2);
        }

        (await exporter.ListAsync(Cancel)).Single(t => t.Name == "Forecasts").ShouldBe(new TableSummary("Forecasts", 11 * 5 * 7, run.Id));
        (await Should.ThrowAsync<ArgumentException>(
            () => exporter.ExportAsync("Secrets", "csv", Stream.Null, null, Language.English, Cancel))).Message.ShouldContain("Forecasts");
        await Should.ThrowAsync<ArgumentException>(
            () => exporter.ExportAsync("Forecasts", "csv", Stream.Null, "20200101-no", Language.English, Cancel));
    }

    [Fact]
    public async Task GetAsync_RunWrittenOnceMore_HasAnotherTag()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(100));
        var run = await harness.RunAsync();
        var first = await GetAsync(harness, "forecasts", ("top", "10"));
        harness.Clock.Ahead += TimeSpan.FromMinutes(5);

        (await harness.RunAsync(new RunRequest(Force: true))).Id.ShouldBe(run.Id);

        var again = await harness.Reader.GetAsync("forecasts", new Dictionary<string, string> { ["top"] = "10" }, first.ETag, Cancel);
        again.StatusCode.ShouldBe(200);
        again.ETag.ShouldNotBe(first.ETag);
    }

    private static string Csv(object? value)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using var rows = new CsvRows([new Column("Value", ColumnKind.Text, Unit.None, "", "")], MessageTexts.English, buffer);
        rows.Row(new TableEntity("p", "r") { ["Value"] = value });
        return Encoding.UTF8.GetString(buffer.WrittenSpan)[..^2];
    }

    private static Task<TableResponse> GetAsync(RunHarness harness, string table, params (string Key, string Value)[] query) =>
        harness.Reader.GetAsync(table, query.ToDictionary(q => q.Key, q => q.Value), null, Cancel);

    private static async Task<int> CountAsync(RunHarness harness, string table, params (string Key, string Value)[] query)
    {
        var answer = await GetAsync(harness, table, query);
        answer.StatusCode.ShouldBe(200, Encoding.UTF8.GetString(answer.Body.Span));
        return JsonSerializer.Deserialize<JsonElement[]>(answer.Body.Span)!.Length;
    }
}
