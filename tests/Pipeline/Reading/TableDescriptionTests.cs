using System.Text.Json;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Reading;

[UsesAzurite]
public sealed class TableDescriptionTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
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
        ColumnKind.Message => IsMessage(value),
        ColumnKind.MessageRows => value.ValueKind == JsonValueKind.Array
            && value.EnumerateArray().All(one => IsMessage(one.GetProperty("message")) && one.GetProperty("rows").GetInt64() > 0),
        ColumnKind.Messages => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsMessage),
        _ => false,
    };

    private static bool IsMessage(JsonElement value) =>
        value.EnumerateObject().Select(property => property.Name).SequenceEqual(["code", "arguments", "text"])
            && value.GetProperty("text").GetString()!.Length > 0;
}
