using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Tests.Api;

/// <summary>What the API promises about tables, packing and headers, whichever host it has.</summary>
public abstract class ContractTests
{
    public static TheoryData<string> Tables => [.. PublicTables.All.Select(table => table.Name)];

    private protected abstract Task<IApiHost> StartAsync(ApiPieces pieces);

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task Table_Request_PassesFiltersButNotTheKey(string table)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        var answer = await host.GetAsync($"/api/{table.ToLowerInvariant()}?code=secret&Area=c1&top=5", ("If-None-Match", "\"b\""));

        answer.Status.ShouldBe(200);
        pieces.Pipeline.Calls.ShouldBe([$"read {table} \"b\""]);
        pieces.Pipeline.Query.ShouldBe(new Dictionary<string, string> { ["Area"] = "c1", ["top"] = "5", ["lang"] = "en" });
        pieces.Pipeline.Query["area"].ShouldBe("c1");
    }

    [Theory]
    [InlineData("", null, "en")]
    [InlineData("", "zh-CN", "zh")]
    [InlineData("", "fr, en;q=0.4, zh;q=0.8", "zh")]
    [InlineData("", "zh;q=0, fr", "en")]
    [InlineData("?lang=en", "zh-CN", "en")]
    [InlineData("?lang=zh", null, "zh")]
    public async Task Table_Language_IsTheParametersOtherwiseTheHeaders(string query, string? accepted, string expected)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        await host.GetAsync($"/api/forecasts{query}", accepted is null ? [] : [("Accept-Language", accepted)]);

        pieces.Pipeline.Query["lang"].ShouldBe(expected);
    }

    [Fact]
    public async Task Table_Page_CarriesValidatorNextPageAndBytes()
    {
        await using var host = await StartAsync(Answering(new(200, "text/csv; charset=utf-8", "a,b\n"u8.ToArray(), "\"v1\"", "p2")));

        var answer = await host.GetAsync("/api/forecasts?format=csv");

        (answer.Status, answer.Text).ShouldBe((200, "a,b\n"));
        (answer["Content-Type"], answer["ETag"], answer["x-next-page"], answer["Cache-Control"])
            .ShouldBe(("text/csv; charset=utf-8", "\"v1\"", "p2", "private, no-cache"));
        answer["Content-Length"].ShouldBe("4");
    }

    [Fact]
    public async Task Table_NotModified_HasNoBodyAndKeepsTheValidator()
    {
        await using var host = await StartAsync(Answering(new(304, "application/json; charset=utf-8", default, "\"v1\"", null)));

        var answer = await host.GetAsync("/api/forecasts", ("Accept-Encoding", "gzip"));

        (answer.Status, answer.Body.Length, answer["ETag"], answer["Vary"])
            .ShouldBe((304, 0, "\"v1\"", "Accept-Encoding, Accept-Language"));
    }

    [Fact]
    public async Task Table_BadQuery_IsAnsweredAndNotCached()
    {
        await using var host = await StartAsync(
            Answering(new(400, "application/json; charset=utf-8", """{"error":"top"}"""u8.ToArray(), null, null)));

        var answer = await host.GetAsync("/api/forecasts?top=x");

        (answer.Status, answer.Text, answer["Cache-Control"]).ShouldBe((400, """{"error":"top"}""", "no-store"));
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, br", "br")]
    [InlineData("identity", null)]
    [InlineData(null, null)]
    public async Task Table_ByWhatTheClientAccepts_IsPacked(string? accepted, string? packing)
    {
        var text = $"[{string.Join(',', Enumerable.Repeat("""{"mean":12.5}""", 1000))}]";
        await using var host = await StartAsync(
            Answering(new(200, "application/json; charset=utf-8", System.Text.Encoding.UTF8.GetBytes(text), "\"v1\"", null)));

        var answer = await host.GetAsync("/api/forecasts", accepted is null ? [] : [("Accept-Encoding", accepted)]);

        (answer.Status, answer["Content-Encoding"], answer["Vary"], answer["ETag"])
            .ShouldBe((200, packing, "Accept-Encoding, Accept-Language", "\"v1\""));
        answer.Text.ShouldBe(text);
        (answer.Body.Length < text.Length / 10).ShouldBe(packing is not null);
    }

    [Theory]
    [InlineData("/api/openapi.json")]
    [InlineData("/api/services")]
    [InlineData("/api/forecasts?format=csv")]
    public async Task Answer_OfAnyKind_IsPacked(string path)
    {
        await using var host = await StartAsync(Answering(new(200, "text/csv; charset=utf-8", "a,b\n"u8.ToArray(), "\"v1\"", null)));

        (await host.GetAsync(path, ("Accept-Encoding", "gzip")))["Content-Encoding"].ShouldBe("gzip");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/forecasts")]
    [InlineData("/absent")]
    [InlineData("/health")]
    public async Task Answer_OfAnyKind_CarriesTheSecurityHeaders(string path)
    {
        await using var host = await StartAsync(new ApiPieces());

        var answer = await host.GetAsync(path);

        answer["X-Content-Type-Options"].ShouldBe("nosniff");
        var policy = answer["Content-Security-Policy"].ShouldNotBeNull();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        answer["Server"].ShouldBeNull();
    }

    [Theory]
    [InlineData("GET", "/api")]
    [InlineData("GET", "/api/")]
    [InlineData("GET", "/api/nope")]
    [InlineData("GET", "/api/forecasts/nope")]
    [InlineData("GET", "/api-local/services")]
    public async Task Address_Unknown_IsNotFoundAndSaysWhereToLook(string method, string path)
    {
        await using var host = await StartAsync(new ApiPieces());

        var answer = await host.SendAsync(method, path);

        answer.Status.ShouldBe(404);
        answer.Json.GetProperty("remedy").GetString()!.ShouldContain("/api/openapi.json");
    }

    [Theory]
    [InlineData("DELETE", "/api/runs")]
    [InlineData("PUT", "/api/forecasts")]
    [InlineData("POST", "/api/forecasts")]
    [InlineData("POST", "/api/history")]
    public async Task Method_ThatNoRouteHas_IsRefused(string method, string path)
    {
        var pieces = new ApiPieces();
        await using var host = await StartAsync(pieces);

        (await host.SendAsync(method, path)).Status.ShouldBeOneOf(404, 405);
        pieces.Pipeline.Calls.ShouldBeEmpty();
    }

    private static ApiPieces Answering(TableResponse response) => new() { Pipeline = new FakePipeline { Response = response } };
}
