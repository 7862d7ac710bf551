using System.Text;
using System.Text.Json;
using CommunityDemand.Api;
using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Reading;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace CommunityDemand.Tests.Api.Description;

public sealed class ApiDescriptionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables => [.. PublicTables.All.Select(table => table.Name)];

    [Fact]
    public async Task WriteAsync_Document_IsValidAndHasEveryRouteForPrograms()
    {
        var read = OpenApiDocument.Parse(Encoding.UTF8.GetString((await WriteAsync()).Span), "json");

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        var described = read.Document!.Paths.SelectMany(path => path.Value.Operations!.Keys.Select(method => $"{method} /api{path.Key}"));
        described.ShouldBe(Routes().Where(route => route.Level == Access.Key && route.Path != ApiDescription.Path)
            .Select(route => $"{route.Method} {route.Path}"), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task WriteAsync_Parameters_AreThoseThatTheTableKnows(string name)
    {
        using var json = JsonDocument.Parse(await WriteAsync());
        var table = PublicTables.All.Single(known => known.Name == name);

        var described = json.RootElement.GetProperty("paths").GetProperty("/" + name.ToLowerInvariant()).GetProperty("get").GetProperty(
            "parameters")
            .EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query")
            .Select(parameter => parameter.GetProperty("name").GetString());

        described.ShouldBe(TableQuery.Known(table));
    }

    [Theory]
    [InlineData("scenarios", "kind", "ageing")]
    [InlineData("allocations", "resource", "staff")]
    public async Task WriteAsync_Questions_HaveWhatMayBeAskedAndTheAnswersRows(string route, string property, string value)
    {
        using var json = JsonDocument.Parse(await WriteAsync());

        var post = json.RootElement.GetProperty("paths").GetProperty("/" + route).GetProperty("post");
        var asked = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema")
            .GetProperty("properties");
        asked.GetProperty(property).GetProperty("enum").EnumerateArray().Select(each => each.GetString()).ShouldContain(value);
        var answer = post.GetProperty("responses")
            .GetProperty("200")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("schema")
            .GetProperty("properties");
        answer.GetProperty("rows").GetProperty("items").GetProperty("properties").GetProperty("areaName").GetProperty("type").GetString()
            .ShouldBe("string");
    }

    [Fact]
    public async Task WriteAsync_RouteWithoutADescription_SaysWhich()
    {
        var route = new ApiRoute("GET", "/api/new", Access.Key, _ => Task.CompletedTask);

        (await Should.ThrowAsync<InvalidOperationException>(() => ApiDescription.WriteAsync([route], Cancel))).Message
            .ShouldContain("GET /api/new");
    }

    private static Task<ReadOnlyMemory<byte>> WriteAsync() => ApiDescription.WriteAsync(Routes(), Cancel);

    private static IReadOnlyList<ApiRoute> Routes()
    {
        using var services = new ApiPieces().Register().AddApi().BuildServiceProvider();
        return services.GetRequiredService<ApiRoutes>().All;
    }
}
