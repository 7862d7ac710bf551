using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CommunityDemand.Local;
using CommunityDemand.Local.Dashboard;
using CommunityDemand.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>What the local host adds to the API: its page, and that nobody but this machine's own pages and programs is answered.</summary>
public sealed class DashboardServerTests : IAsyncLifetime
{
    private readonly ApiPieces _pieces = new();
    private readonly HttpClient _http = new(new HttpClientHandler { AutomaticDecompression = DecompressionMethods.None });
    private ServiceProvider _pipeline = null!;
    private DashboardServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _pipeline = _pieces.Register().BuildServiceProvider();
        _server = await DashboardServer.StartAsync(_pipeline, charts: null, port: 0, TestContext.Current.CancellationToken);
        _http.BaseAddress = _server.Address;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
        await _pipeline.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "text/html", "<!doctype html>")]
    [InlineData("/app.js", "text/javascript", "import")]
    [InlineData("/styles/base.css", "text/css", ":root")]
    [InlineData("/icon.svg", "image/svg+xml", "<svg")]
    [InlineData("/charts/echarts.esm.min.mjs", "text/javascript", "export {}")]
    public async Task File_OfTheDashboard_ComesPackedWithItsTypeAndATag(string path, string type, string text)
    {
        using var plain = await GetAsync(path);
        using var packed = await GetAsync(path, ("Accept-Encoding", "br"));
        using var again = await GetAsync(path, ("If-None-Match", plain.Headers.ETag!.ToString()));

        plain.StatusCode.ShouldBe(HttpStatusCode.OK);
        plain.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(text, Case.Insensitive);
        plain.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
        plain.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        packed.Content.Headers.ContentEncoding.ShouldBe(["br"]);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task File_UnderThePagesVersion_IsKeptForGood()
    {
        var page = await _http.GetStringAsync("/", TestContext.Current.CancellationToken);
        var script = Regex.Match(page, "src=\"(version/[0-9a-f]{16}/app\\.js)\"").Groups[1].Value;

        using var kept = await GetAsync("/" + script);
        using var old = await GetAsync("/version/0123456789abcdef/app.js");
        using var missing = await GetAsync("/" + script.Replace("app.js", "apps.js", StringComparison.Ordinal));

        kept.Headers.CacheControl!.ToString().ShouldBe("public, max-age=31536000, immutable");
        old.StatusCode.ShouldBe(HttpStatusCode.OK);
        old.Headers.CacheControl!.ToString().ShouldBe("no-cache");
        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        missing.Headers.CacheControl!.ToString().ShouldBe("no-store");
    }

    [Fact]
    public async Task Page_AskedForItsHead_HasNoBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/");
        using var answer = await _http.SendAsync(request, TestContext.Current.CancellationToken);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentLength!.Value.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("/%2e%2e/%2e%2e/CommunityDemand.Local.dll")]
    [InlineData("/..%2fCommunityDemand.Local.dll")]
    [InlineData("/charts/../../CommunityDemand.Local.dll")]
    [InlineData("/i18n")]
    public async Task Path_OutOfTheFolderOrOfAFolder_IsNotServed(string path)
    {
        using var answer = await GetAsync(path);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Request_UnderAForeignHostName_IsRefused()
    {
        using var answer = await GetAsync("/api/forecasts", ("Host", "evil.example"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("text/plain", null, null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/x-www-form-urlencoded", null, null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "https://elsewhere.example", null, HttpStatusCode.Forbidden)]
    [InlineData("application/json", "null", null, HttpStatusCode.Forbidden)]
    [InlineData("application/json", null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, "https://elsewhere.example", null, HttpStatusCode.Forbidden)]
    public async Task Post_FromAnotherSiteOrNoJson_IsRefusedUnread(string? type, string? origin, string? site, HttpStatusCode status)
    {
        foreach (var route in (string[])["scenarios", "allocations", "runs"])
        {
            using var answer = await PostAsync(route, type, [("Origin", origin), ("Sec-Fetch-Site", site)]);

            answer.StatusCode.ShouldBe(status);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("remedy");
        }

        _pieces.Answers.Asked.ShouldBeEmpty();
        _pieces.Pipeline.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Post_FromTheDashboard_IsAnswered()
    {
        using var answer = await PostAsync(
            "allocations",
            "application/json",
            [("Origin", _server.Address.GetLeftPart(UriPartial.Authority)), ("Sec-Fetch-Site", "same-origin")]);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        _pieces.Answers.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Port_Taken_IsTheUsersErrorAndNamesTheOption()
    {
        var failure = await Should.ThrowAsync<UserErrorException>(
            () => DashboardServer.StartAsync(_pipeline, charts: null, _server.Address.Port, TestContext.Current.CancellationToken));

        failure.Message.ShouldContain("--port");
        failure.Message.ShouldContain($"{_server.Address.Port}");
    }

    [Fact]
    public void Address_IsLoopbackAlone() => _server.Address.Host.ShouldBe("127.0.0.1");

    private async Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<HttpResponseMessage> PostAsync(string route, string? type, (string Name, string? Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/" + route)
        {
            Content = type is null ? null : new StringContent("{}", Encoding.UTF8, type),
        };
        foreach (var (name, value) in headers.Where(header => header.Value is not null))
            request.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
