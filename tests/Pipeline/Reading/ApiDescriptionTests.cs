using System.Text;
using System.Text.Json;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;
using Microsoft.OpenApi;

namespace CommunityDemand.Tests.Pipeline.Reading;

public sealed class ApiDescriptionTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Tables => [.. PublicTables.All.Select(table => table.Name)];

    [Fact]
    public async Task WriteAsync_Document_IsValidAndHasAPathForEveryTable()
    {
        var read = OpenApiDocument.Parse(Encoding.UTF8.GetString((await ApiDescription.WriteAsync(Cancel)).Span), "json");

        read.Diagnostic!.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Document!.Paths.Keys.ShouldBe(PublicTables.All.Select(table => "/" + table.Name.ToLowerInvariant()), ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public async Task WriteAsync_Parameters_AreThoseThatTheTableKnows(string name)
    {
        using var json = JsonDocument.Parse(await ApiDescription.WriteAsync(Cancel));
        var table = PublicTables.All.Single(known => known.Name == name);

        var described = json.RootElement.GetProperty("paths").GetProperty("/" + name.ToLowerInvariant()).GetProperty("get").GetProperty("parameters")
            .EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString());

        described.ShouldBe(TableQuery.Known(table));
    }

    [Theory]
    [InlineData("scenarios", "kind", "ageing")]
    [InlineData("allocations", "resource", "staff")]
    public async Task WriteAsync_Questions_HaveWhatMayBeAskedAndTheAnswersRows(string route, string property, string value)
    {
        using var json = JsonDocument.Parse(await ApiDescription.WriteAsync(Cancel));

        var post = json.RootElement.GetProperty("paths").GetProperty("/" + route).GetProperty("post");
        var asked = post.GetProperty("requestBody").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");
        asked.GetProperty(property).GetProperty("enum").EnumerateArray().Select(each => each.GetString()).ShouldContain(value);
        var answer = post.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");
        answer.GetProperty("rows").GetProperty("items").GetProperty("properties").GetProperty("areaName").GetProperty("type").GetString().ShouldBe("string");
    }

    [Fact]
    [UsesAzurite]
    public async Task Answers_OfARealRun_AreAsDescribed()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), TinyCity.Of(100));
        await harness.RunAsync();

        foreach (var table in PublicTables.All)
        {
            var answer = await harness.Reader.GetAsync(table.Name, new Dictionary<string, string> { ["top"] = "50" }, null, Cancel);
            answer.StatusCode.ShouldBe(200, table.Name);
            using var rows = JsonDocument.Parse(answer.Body);
            foreach (var row in rows.RootElement.EnumerateArray())
            {
                row.EnumerateObject().Select(property => property.Name).ShouldBe(table.Columns.Select(column => column.ApiName));
                foreach (var (column, property) in table.Columns.Zip(row.EnumerateObject()))
                    Is(property.Value, column.Kind).ShouldBeTrue($"{table.Name}.{column.Name} = {property.Value}");
            }
        }
    }

    private static bool Is(JsonElement value, ColumnKind kind) => value.ValueKind == JsonValueKind.Null || kind switch
    {
        ColumnKind.Number => value.ValueKind == JsonValueKind.Number,
        ColumnKind.Integer => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        ColumnKind.Flag => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        ColumnKind.Day => DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", out _),
        ColumnKind.Instant => value.GetString()!.EndsWith('Z') && value.TryGetDateTimeOffset(out _),
        ColumnKind.Text => value.ValueKind == JsonValueKind.String,
        _ => false,
    };
}
