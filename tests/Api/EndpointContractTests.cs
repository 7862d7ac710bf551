using System.Net.Http.Headers;
using Azure;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Tests.Api;

/// <summary>What the API promises about runs, questions and what stands beside the tables, whichever host it has.</summary>
public abstract class EndpointContractTests
{
    private protected abstract Task<IApiHost> StartAsync(ApiPieces pieces);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    public async Task StartRun_EmptyBody_StartsARunAndSaysWhereToFollowIt(string? body)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.SendAsync("POST", "/api/runs", body);

        (answer.Status, answer["Location"]).ShouldBe((202, "/api/runs/20260307-abc"));
        answer.Json.GetProperty("state").GetString().ShouldBe("queued");
        answer.Json.GetProperty("origin").GetString().ShouldBe("2026-03-07");
        pieces.Pipeline.Calls.ShouldBe([$"start {new RunRequest()}"]);
    }

    [Fact]
    public async Task StartRun_OriginAndForce_ArePassedOn()
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        await host.SendAsync("POST", "/api/runs", """{"origin":"2026-03-01","force":true}""");

        pieces.Pipeline.Calls.ShouldBe([$"start {new RunRequest(new DateOnly(2026, 3, 1), Force: true)}"]);
    }

    [Theory]
    [InlineData("{", "$.")]
    [InlineData("[]", "$.")]
    [InlineData("""{"origin":"yesterday"}""", "$.origin.")]
    [InlineData("""{"orgin":"2026-03-01"}""", "$.orgin.")]
    [InlineData("""{"origin":"0001-01-01"}""", "2000-01-01.")]
    [InlineData("""{"origin":"1999-12-31"}""", "2000-01-01.")]
    public async Task StartRun_BadBody_StartsNothingAndShowsAGoodOne(string body, string end)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.SendAsync("POST", "/api/runs", body);

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("error").GetString()!.ShouldEndWith(" " + end);
        answer.Json.GetProperty("remedy").GetString()!.ShouldContain("""{"origin": "2026-03-07", "force": true}""");
        pieces.Pipeline.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Run_KnownId_TellsItsState()
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.GetAsync("/api/runs/20260307-abc");

        answer.Status.ShouldBe(200);
        answer.Json.GetProperty("districtsTotal").GetInt32().ShouldBe(3);
        pieces.Pipeline.Calls.ShouldBe(["get 20260307-abc"]);
    }

    [Fact]
    public async Task Run_UnknownId_Is404()
    {
        await using var host = await StartAsync(new ApiPieces { Pipeline = new FakePipeline { Run = null } });

        var answer = await host.GetAsync("/api/runs/no");

        answer.Status.ShouldBe(404);
        answer.Json.GetProperty("error").GetString()!.ShouldContain("'no'");
    }

    [Theory]
    [InlineData("scenarios", """{"kind":"ageing","points":2}""", "\"text\":\"all areas\"")]
    [InlineData("allocations", """{"share":0.1}""", "\"shortageRemoved\":40")]
    public async Task Question_AsJson_IsAnswered(string route, string body, string told)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.SendAsync("POST", "/api/" + route, body);

        answer.Status.ShouldBe(200);
        answer.Text.ShouldContain(told);
        pieces.Answers.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("scenarios", false)]
    [InlineData("allocations", true)]
    [InlineData("runs", true)]
    public async Task Body_TooLarge_IsRefused(string route, bool chunked)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.SendAsync(
            "POST", "/api/" + route, $$"""{"run":"{{new string('x', 70_000)}}"}""", chunked ? [("Transfer-Encoding", "chunked")] : []);

        answer.Status.ShouldBe(413);
        answer.Json.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        pieces.Answers.Asked.ShouldBeEmpty();
        pieces.Pipeline.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Inspect_File_IsReportedInTheLanguageAsked()
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.SendAsync("POST", "/api/inspect?name=C:\\march.csv&lang=zh", "a,b\n");

        answer.Status.ShouldBe(200);
        answer.Json.GetProperty("file").GetString().ShouldBe("march.csv");
        answer.Json.GetProperty("problem").GetProperty("text").GetString().ShouldBe(
            MessageTexts.Chinese.Render(new Message("file.damaged")));
        pieces.Reports.Inspected.ShouldBe([("march.csv", 4, Language.Chinese)]);
    }

    [Theory]
    [InlineData("/api/inspect", "a,b", 400)]
    [InlineData("/api/inspect?name=a/", "a,b", 400)]
    [InlineData("/api/inspect?name=a%00b", "a,b", 400)]
    [InlineData("/api/inspect?name=a.csv", "", 400)]
    public async Task Inspect_WithoutNameOrFile_SaysWhatToSend(string path, string body, int status)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.SendAsync("POST", path, body);

        answer.Status.ShouldBe(status);
        answer.Json.GetProperty("remedy").GetString().ShouldNotBeNullOrEmpty();
        pieces.Reports.Inspected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Inspect_FileOverTheLimit_IsRefused()
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.SendAsync("POST", "/api/inspect?name=a.csv", new string('x', (25 << 20) + 1));

        answer.Status.ShouldBe(413);
        answer.Json.GetProperty("remedy").GetString()!.ShouldContain("inspect FILE");
        pieces.Reports.Inspected.ShouldBeEmpty();
    }

    [Fact]
    public async Task Question_Mistaken_NamesTheMistake()
    {
        await using var host = await StartAsync(new ApiPieces());

        var answer = await host.SendAsync("POST", "/api/scenarios", "{}");

        (answer.Status, answer.Text).ShouldBe((400, """{"error":"No kind of scenario is given.","remedy":"Ask for one."}"""));
    }

    [Theory]
    [InlineData("level=moon&area=Town&service=all&to=2026-06-30", "level")]
    [InlineData("level=city&service=all&to=2026-06-30", "area")]
    [InlineData("level=city&area=Town&service=all&to=June", "to")]
    [InlineData("level=city&area=Town&service=all&to=0001-01-01", "to")]
    public async Task History_AskedWrongly_SaysWhichParameter(string query, string named)
    {
        await using var host = await StartAsync(new ApiPieces());

        var answer = await host.GetAsync("/api/history?" + query);

        answer.Status.ShouldBe(400);
        answer.Json.GetProperty("error").GetString()!.ShouldContain(named);
    }

    [Fact]
    public async Task History_OfAnArea_HasItsDays()
    {
        var pieces = new ApiPieces();
        pieces.Facts.Communities.Add(new("c1", "One", "Street", "East", "Town"));
        pieces.Facts.Usage.Add(new("c1", "library", new DateOnly(2026, 6, 30), null, 5, 2, null, null));
        await using var host = await StartAsync(pieces);

        var answer = await host.GetAsync("/api/history?level=city&area=Town&service=library&to=2026-06-30");

        answer.Text.ShouldEndWith("""{"date":"2026-06-30","demand":7}]""");
    }

    [Fact]
    public async Task Services_Asked_HaveTheirNamesInBothLanguages()
    {
        await using var host = await StartAsync(new ApiPieces());

        (await host.GetAsync("/api/services")).Text
            .ShouldContain("{\"code\":\"meal-help\",\"nameEn\":\"Meal help\",\"nameZh\":\"助餐服务\",\"needClass\":\"special_groups\"}");
    }

    [Theory]
    [InlineData("", null, "\"label\":\"Chance of a shortage\"")]
    [InlineData("?lang=zh", null, "\"label\":\"缺口概率\"")]
    [InlineData("", "zh-CN", "\"codes\":{\"balanced\":\"均衡\"")]
    public async Task Columns_Asked_AreInTheLanguageWanted(string query, string? accepted, string told)
    {
        await using var host = await StartAsync(new ApiPieces());

        var answer = await host.GetAsync("/api/columns" + query, accepted is null ? [] : [("Accept-Language", accepted)]);

        (answer.Status, answer["Content-Type"], answer["Cache-Control"])
            .ShouldBe((200, "application/json; charset=utf-8", "private, no-cache"));
        answer.Text.ShouldContain(told);
        answer.Json.EnumerateArray().Select(table => table.GetProperty("table").GetString()).ShouldBe(
            PublicTables.All.Select(table => table.Name));
    }

    [Fact]
    public async Task Columns_AskedAgainWithTheirTag_AreNotSentAgain()
    {
        await using var host = await StartAsync(new ApiPieces());
        var tag = (await host.GetAsync("/api/columns?lang=en"))["ETag"].ShouldNotBeNull();

        var again = await host.GetAsync("/api/columns?lang=en", ("If-None-Match", tag));
        var other = await host.GetAsync("/api/columns?lang=zh", ("If-None-Match", tag));

        (again.Status, again.Body.Length, again["ETag"]).ShouldBe((304, 0, tag));
        (other.Status, other["ETag"] == tag).ShouldBe((200, false));
    }

    [Fact]
    public async Task Quarantine_OfAnUploadThatTheTableLists_IsAnAttachmentWithoutFormulas()
    {
        var pieces = Listing();
        pieces.Quarantine.Files["usage/1.csv"] =
            "file,line,column,reason,original\r\n\"usage/march.csv\",2,\"\",\"visits: not a number\",\"=1+1,\"\"a\"\"\nb\"\r\n";
        await using var host = await StartAsync(pieces);

        var answer = await host.GetAsync("/api/quarantine?path=usage/march.csv");

        (answer.Status, answer["Content-Type"]).ShouldBe((200, "text/csv; charset=utf-8"));
        var disposition = ContentDispositionHeaderValue.Parse(answer["Content-Disposition"]!);
        (disposition.DispositionType, disposition.FileName).ShouldBe(("attachment", "quarantine-usage-march.csv.csv"));
        answer.Text.TrimStart('\uFEFF').ShouldBe(
            "\"file\",\"line\",\"column\",\"reason\",\"original\"\r\n\"usage/march.csv\",\"2\",\"\",\"visits: not a "
                + "number\",\"'=1+1,\"\"a\"\"\nb\"\r\n");
    }

    [Theory]
    [InlineData("en", "longer than 20 characters", "not a number")]
    [InlineData("zh", "超过 20 个字符", "不是数字")]
    public async Task Quarantine_InALanguage_HasTheReasonsInIt(string lang, string tooLong, string notANumber)
    {
        var pieces = Listing();
        pieces.Quarantine.Files["usage/1.csv"] = "file,line,column,reason,original,code,arguments\r\n"
            + "\"usage/march.csv\",2,\"note\",\"as it was\",\"a\",value.too_long,\"{\"\"most\"\":20}\"\r\n"
            + "\"usage/march.csv\",3,\"visits\",\"as it was\",\"b\",value.not_a_number,\r\n";
        await using var host = await StartAsync(pieces);

        var answer = await host.GetAsync($"/api/quarantine?path=usage/march.csv&lang={lang}");

        answer.Text.TrimStart('\uFEFF').ShouldBe(
            "\"file\",\"line\",\"column\",\"reason\",\"original\",\"code\",\"arguments\"\r\n"
            + $"\"usage/march.csv\",\"2\",\"note\",\"{tooLong}\",\"a\",\"value.too_long\",\"{{\"\"most\"\":20}}\"\r\n"
            + $"\"usage/march.csv\",\"3\",\"visits\",\"{notANumber}\",\"b\",\"value.not_a_number\",\"\"\r\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("?path=")]
    [InlineData("?path=usage/absent.csv")]
    [InlineData("?path=usage/1.csv")]
    [InlineData("?path=usage/clean.csv")]
    [InlineData("?path=../secrets.csv")]
    public async Task Quarantine_OfWhatTheTableDoesNotList_IsNotFound(string query)
    {
        var pieces = Listing();
        pieces.Quarantine.Files["usage/1.csv"] = "file,line,column,reason,original\r\n";
        pieces.Quarantine.Files[""] = pieces.Quarantine.Files["../secrets.csv"] = "secret";
        await using var host = await StartAsync(pieces);

        (await host.GetAsync("/api/quarantine" + query)).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData(false, 200, """{"status":"healthy"}""")]
    [InlineData(true, 503, """{"status":"unhealthy"}""")]
    public async Task Health_ByWhetherTheStorageAnswers_IsTold(bool isAway, int status, string text)
    {
        await using var host = await StartAsync(
            new ApiPieces { Pipeline = new FakePipeline { Failure = isAway ? new RequestFailedException("away") : null } });

        var answer = await host.GetAsync("/health");

        (answer.Status, answer.Text, answer["Cache-Control"]).ShouldBe((status, text, "no-store"));
    }

    private static ApiPieces Listing() => new()
    {
        Pipeline = new FakePipeline
        {
            Response = new TableResponse(
                200,
                "application/json; charset=utf-8",
                """[{"path":"usage/march.csv","quarantine":"usage/1.csv"},{"path":"usage/clean.csv","quarantine":""}]"""u8.ToArray(),
                null,
                null),
        },
    };
}
