using CommunityDemand.Functions;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityDemand.Tests.Functions;

public sealed class EndpointTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StartRun_EmptyBody_StartsARunAndSaysWhereToFollowIt()
    {
        var pipeline = new FakePipeline();

        var call = await new HttpCall("POST", "/api/runs").SendAsync(r => new StartRun(pipeline).RunAsync(r, Cancel));

        call.Status.ShouldBe(202);
        call.Response.Headers.Location.ToString().ShouldBe("/api/runs/20260307-abc");
        call.Json.GetProperty("state").GetString().ShouldBe("queued");
        call.Json.GetProperty("origin").GetString().ShouldBe("2026-03-07");
        pipeline.Calls.ShouldBe([$"start {new RunRequest()}"]);
    }

    [Fact]
    public async Task StartRun_OriginAndForce_ArePassedOn()
    {
        var pipeline = new FakePipeline();

        await new HttpCall("POST", "/api/runs", """{"origin":"2026-03-01","force":true}""").SendAsync(r => new StartRun(pipeline).RunAsync(r, Cancel));

        pipeline.Calls.ShouldBe([$"start {new RunRequest(new DateOnly(2026, 3, 1), Force: true)}"]);
    }

    [Theory]
    [InlineData("{", "$")]
    [InlineData("[]", "$")]
    [InlineData("""{"origin":"yesterday"}""", "$.origin")]
    [InlineData("""{"orgin":"2026-03-01"}""", "$.orgin")]
    public async Task StartRun_BadBody_StartsNothingAndShowsAGoodOne(string body, string place)
    {
        var pipeline = new FakePipeline();

        var call = await new HttpCall("POST", "/api/runs", body).SendAsync(r => new StartRun(pipeline).RunAsync(r, Cancel));

        call.Status.ShouldBe(400);
        call.Json.GetProperty("error").GetString()!.ShouldEndWith($" at {place}.");
        call.Json.GetProperty("remedy").GetString()!.ShouldContain("""{"origin": "2026-03-07", "force": true}""");
        pipeline.Calls.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1999-12-31")]
    public async Task StartRun_OriginBefore2000_StartsNothingAndSaysWhichMayBe(string origin)
    {
        var pipeline = new FakePipeline();

        var call = await new HttpCall("POST", "/api/runs", $$"""{"origin":"{{origin}}"}""").SendAsync(r => new StartRun(pipeline).RunAsync(r, Cancel));

        call.Status.ShouldBe(400);
        call.Json.GetProperty("error").GetString()!.ShouldContain("2000-01-01");
        pipeline.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task GetRun_KnownId_TellsItsState()
    {
        var pipeline = new FakePipeline();

        var call = await new HttpCall("GET", "/api/runs/20260307-abc").SendAsync(r => new GetRun(pipeline).RunAsync(r, "20260307-abc", Cancel));

        call.Status.ShouldBe(200);
        call.Json.GetProperty("districtsTotal").GetInt32().ShouldBe(3);
        pipeline.Calls.ShouldBe(["get 20260307-abc"]);
    }

    [Fact]
    public async Task GetRun_UnknownId_Is404()
    {
        var call = await new HttpCall("GET", "/api/runs/no").SendAsync(r => new GetRun(new FakePipeline { Run = null }).RunAsync(r, "no", Cancel));

        call.Status.ShouldBe(404);
        call.Json.GetProperty("error").GetString()!.ShouldContain("'no'");
    }

    public static TheoryData<string> Tables => [.. PublicTables.All.Select(table => table.Name)];

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Table_Request_PassesFiltersButNotTheKey(string table)
    {
        var pipeline = new FakePipeline();
        var sent = new HttpCall("GET", "/api/x?code=secret&Area=c1&top=5");
        sent.Request.Headers.IfNoneMatch = "\"b\"";

        var call = await sent.SendAsync(request => EndpointOf(table, pipeline, request));

        call.Status.ShouldBe(200);
        pipeline.Calls.ShouldBe([$"read {table} \"b\""]);
        pipeline.Query.ShouldBe(new Dictionary<string, string> { ["Area"] = "c1", ["top"] = "5" });
        pipeline.Query["area"].ShouldBe("c1");
    }

    [Fact]
    public async Task Table_Page_CarriesValidatorNextPageAndBytes()
    {
        var pipeline = new FakePipeline { Response = new(200, "text/csv; charset=utf-8", "a,b\n"u8.ToArray(), "\"v1\"", "p2") };

        var call = await new HttpCall("GET", "/api/forecasts").SendAsync(r => new GetForecasts(pipeline).RunAsync(r, Cancel));

        call.Text.ShouldBe("a,b\n");
        call.Response.ContentType.ShouldBe("text/csv; charset=utf-8");
        call.Response.ContentLength.ShouldBe(4);
        call.Response.Headers.ETag.ToString().ShouldBe("\"v1\"");
        call.Response.Headers["x-next-page"].ToString().ShouldBe("p2");
        call.Response.Headers.CacheControl.ToString().ShouldBe("private, no-cache");
    }

    [Fact]
    public async Task Table_NotModified_HasNoBodyAndKeepsTheValidator()
    {
        var pipeline = new FakePipeline { Response = new(304, "application/json; charset=utf-8", default, "\"v1\"", null) };

        var call = await new HttpCall("GET", "/api/forecasts").SendAsync(r => new GetForecasts(pipeline).RunAsync(r, Cancel));

        (call.Status, call.Text, call.Response.ContentType).ShouldBe((304, "", null));
        call.Response.Headers.ETag.ToString().ShouldBe("\"v1\"");
    }

    [Fact]
    public async Task Table_BadQuery_IsAnsweredAndNotCached()
    {
        var pipeline = new FakePipeline { Response = new(400, "application/json; charset=utf-8", """{"error":"top"}"""u8.ToArray(), null, null) };

        var call = await new HttpCall("GET", "/api/forecasts?top=x").SendAsync(r => new GetForecasts(pipeline).RunAsync(r, Cancel));

        (call.Status, call.Text).ShouldBe((400, """{"error":"top"}"""));
        call.Response.Headers.CacheControl.ToString().ShouldBe("no-store");
    }

    private static Task<IActionResult> EndpointOf(string table, ITableReader reader, HttpRequest request)
    {
        var type = typeof(GetForecasts).Assembly.GetType($"{typeof(GetForecasts).Namespace}.Get{table}").ShouldNotBeNull();
        return (Task<IActionResult>)type.GetMethod("RunAsync")!.Invoke(Activator.CreateInstance(type, reader), [request, Cancel])!;
    }
}
