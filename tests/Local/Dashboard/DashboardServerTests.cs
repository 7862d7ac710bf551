using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CommunityDemand.Local;
using CommunityDemand.Local.Dashboard;
using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Tests.Local.Dashboard;

public sealed class DashboardServerTests : IAsyncLifetime
{
    private readonly OneTable _tables = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
    private readonly FewQuarantined _quarantine = new();
    private readonly FewAnswers _answers = new();
    private DashboardServer _server = null!;

    private DashboardSources Sources => new(_tables, new FewFacts(), _quarantine, _answers, _answers);

    public async ValueTask InitializeAsync()
    {
        _server = await DashboardServer.StartAsync(Sources, charts: null, port: 0, TestContext.Current.CancellationToken);
        _http.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Table_Asked_ComesWithItsTagItsNextPageAndItsQuery()
    {
        using var answer = await GetAsync("/api/forecasts?level=city&top=2");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.ETag!.Tag.ShouldBe("\"v1\"");
        answer.Headers.GetValues("x-next-page").ShouldBe(["page-2"]);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(OneTable.Json);
        _tables.LastQuery.ShouldBe(new Dictionary<string, string> { ["level"] = "city", ["top"] = "2" });
    }

    [Fact]
    public async Task Table_Unchanged_Answers304WithoutABody()
    {
        using var answer = await GetAsync("/api/forecasts", headers => headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"v1\"")));

        answer.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        answer.Headers.ETag!.Tag.ShouldBe("\"v1\"");
        (await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Table_Unknown_AnswersWhatTheReaderSays()
    {
        using var answer = await GetAsync("/api/nonsense");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Table_ForAClientThatTakesGzip_IsCompressed()
    {
        using var answer = await GetAsync("/api/forecasts", headers => headers.AcceptEncoding.ParseAdd("gzip"));

        answer.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(plain);
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(OneTable.Json);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/api/forecasts")]
    [InlineData("/absent")]
    public async Task Answer_OfAnyKind_CarriesTheSecurityHeaders(string path)
    {
        using var answer = await GetAsync(path);

        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("default-src 'none'");
        policy.ShouldNotContain("unsafe");
        policy.ShouldNotContain("http");
        answer.Headers.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_UnderAForeignHostName_IsRefused()
    {
        using var answer = await GetAsync("/api/forecasts", headers => headers.Host = "evil.example");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("level=moon&area=Town&service=all&to=2026-06-30", "level")]
    [InlineData("level=city&service=all&to=2026-06-30", "area")]
    [InlineData("level=city&area=Town&service=all&to=June", "to")]
    [InlineData("level=city&area=Town&service=all&to=0001-01-01", "to")]
    public async Task History_AskedWrongly_SaysWhichParameter(string query, string named)
    {
        using var answer = await GetAsync("/api-local/history?" + query);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(named);
    }

    [Fact]
    public async Task Quarantine_OfAnUploadThatTheTableLists_IsAnAttachmentWithoutFormulas()
    {
        _quarantine.Files["usage/1.csv"] = "file,line,column,reason,original\r\n\"usage/march.csv\",2,\"\",\"visits: not a number\",\"=1+1,\"\"a\"\"\nb\"\r\n";

        using var answer = await GetAsync("/api-local/quarantine?path=usage/march.csv");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        var disposition = answer.Content.Headers.ContentDisposition!;
        disposition.DispositionType.ShouldBe("attachment");
        disposition.FileName.ShouldBe("quarantine-usage-march.csv.csv");
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimStart('\uFEFF').ShouldBe(
            "\"file\",\"line\",\"column\",\"reason\",\"original\"\r\n\"usage/march.csv\",\"2\",\"\",\"visits: not a number\",\"'=1+1,\"\"a\"\"\nb\"\r\n");
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
        _quarantine.Files["usage/1.csv"] = "file,line,column,reason,original\r\n";
        _quarantine.Files[""] = _quarantine.Files["../secrets.csv"] = "secret";

        using var answer = await GetAsync("/api-local/quarantine" + query);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Services_Asked_HaveTheirNamesInBothLanguages()
    {
        using var answer = await GetAsync("/api-local/services");

        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(
            "{\"code\":\"meal-help\",\"nameEn\":\"Meal help\",\"nameZh\":\"助餐服务\",\"needClass\":\"special_groups\"}");
    }

    [Theory]
    [InlineData("scenarios", """{"kind":"ageing","points":2}""", "What is assumed")]
    [InlineData("allocations", """{"share":0.1}""", "\"shortageRemoved\":40")]
    public async Task Question_AsJson_IsAnsweredWithTheSecurityHeaders(string route, string body, string told)
    {
        using var answer = await PostAsync(route, new StringContent(body, Encoding.UTF8, "application/json"), headers => headers.Add("Origin", _server.Address.GetLeftPart(UriPartial.Authority)));

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(told);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
        _answers.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("text/plain", null, null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", null, null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "https://elsewhere.example", null, HttpStatusCode.Forbidden)]
    [InlineData("application/json", "null", null, HttpStatusCode.Forbidden)]
    [InlineData("application/json", null, "cross-site", HttpStatusCode.Forbidden)]
    public async Task Question_FromAnotherSiteOrNoJson_IsRefusedUnread(string type, string? origin, string? site, HttpStatusCode status)
    {
        foreach (var route in (string[])["scenarios", "allocations"])
        {
            using var answer = await PostAsync(route, new StringContent("{}", Encoding.UTF8, type), headers =>
            {
                if (origin is not null) headers.Add("Origin", origin);
                if (site is not null) headers.Add("Sec-Fetch-Site", site);
            });

            answer.StatusCode.ShouldBe(status);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("remedy");
        }

        _answers.Asked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Question_TooLarge_IsRefused(bool chunked)
    {
        var body = new StringContent($$"""{"run":"{{new string('x', 70_000)}}"}""", Encoding.UTF8, "application/json");

        using var answer = await PostAsync("scenarios", body, headers => headers.TransferEncodingChunked = chunked);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        _answers.Asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task Question_Mistaken_NamesTheMistake()
    {
        using var answer = await PostAsync("scenarios", new StringContent("{}", Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"error":"No kind of scenario is given.","remedy":"Ask for one."}""");
    }

    [Fact]
    public async Task Charts_NotInstalled_AreAnEmptyModule()
    {
        using var answer = await GetAsync("/charts/echarts.esm.min.mjs");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
    }

    [Fact]
    public async Task Path_OutOfTheFolder_IsNotServed()
    {
        using var answer = await GetAsync("/%2e%2e/%2e%2e/CommunityDemand.Local.dll");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Port_Taken_IsTheUsersErrorAndNamesTheOption()
    {
        var failure = await Should.ThrowAsync<UserErrorException>(
            () => DashboardServer.StartAsync(Sources, charts: null, _server.Address.Port, TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("--port");
        failure.Message.ShouldContain($"{_server.Address.Port}");
    }

    [Fact]
    public void Address_IsLoopbackAlone() => _server.Address.Host.ShouldBe("127.0.0.1");

    private async Task<HttpResponseMessage> GetAsync(string path, Action<HttpRequestHeaders>? adjust = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        adjust?.Invoke(request.Headers);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(string route, HttpContent body, Action<HttpRequestHeaders>? adjust = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/" + route) { Content = body };
        adjust?.Invoke(request.Headers);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>A reader with one table of one state.</summary>
    private sealed class OneTable : ITableReader
    {
        public const string Json = """[{"area":"City","mean":12.5}]""";

        private const string Uploads = """
            [{"path":"usage/march.csv","quarantine":"usage/1.csv"},{"path":"usage/clean.csv","quarantine":""}]
            """;

        public IReadOnlyList<string> Tables => ["Forecasts"];

        public IReadOnlyDictionary<string, string>? LastQuery { get; private set; }

        public Task<TableResponse> GetAsync(
            string table, IReadOnlyDictionary<string, string> query, string? ifNoneMatch, CancellationToken cancellationToken)
        {
            LastQuery = query;
            const string Type = "application/json; charset=utf-8";
            return Task.FromResult((table, ifNoneMatch) switch
            {
                ("forecasts", "\"v1\"") => new TableResponse(304, Type, default, "\"v1\"", null),
                ("Uploads", _) => new TableResponse(200, Type, Encoding.UTF8.GetBytes(Uploads), null, null),
                ("forecasts", _) => new TableResponse(200, Type, Encoding.UTF8.GetBytes(Json), "\"v1\"", "page-2"),
                _ => new TableResponse(404, Type, "{}"u8.ToArray(), null, null),
            });
        }
    }
}
