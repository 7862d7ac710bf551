using System.Text;
using System.Text.Json;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Tests.Support;
using Json.Schema;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

public sealed class MappingSchemaTests
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static JsonElement Text => JsonDocument.Parse(Repository.Read("docs/mapping.schema.json")).RootElement;

    [Fact]
    public void Keys_OfSchema_AreThoseOfTheParser()
    {
        Keys("properties").ShouldBe(MappingKeys.Root.Order());
        Keys("properties", "match", "properties").ShouldBe(MappingKeys.Match.Order());
        Keys("properties", "unpivot", "properties").ShouldBe(MappingKeys.Unpivot.Order());
        Keys("$defs", "column", "properties").ShouldBe(MappingKeys.Column.Order());
        Keys("$defs", "column", "properties", "lookup", "properties").ShouldBe(MappingKeys.Lookup.Order());
        Keys("$defs", "rule", "properties").ShouldBe(MappingKeys.Rule.Order());
    }

    [Fact]
    public void Words_OfSchema_AreThoseOfTheParser()
    {
        Words("dataset").ShouldBe(DatasetCatalogue.All.Keys.Order());
        Words("decimal").ShouldBe(MappingWords.Decimal.Keys.Order());
        Words("thousands").ShouldBe(MappingWords.Thousands.Keys.Order());
        Words("calendar").ShouldBe(MappingWords.Calendar.Keys.Order());
        Words("period").ShouldBe(MappingWords.Period.Keys.Order());
        Words("fractions").ShouldBe(MappingWords.Fractions.Keys.Order());
        Words("count").ShouldBe(MappingWords.Count.Keys.Order());
        Words("ids").ShouldBe(MappingWords.Ids.Keys.Order());
        Words("overlap").ShouldBe(MappingWords.Overlap.Keys.Order());
        Listed(At("$defs", "rule", "properties", "as")).ShouldBe(MappingWords.As.Keys.Order());
    }

    [Fact]
    public void Mappings_ShippedAndInDocuments_FitTheSchemaAndTheParser()
    {
        var schema = JsonSchema.FromText(Text.GetRawText());
        var mappings = ShippedMappings.Read().Select(file => Encoding.UTF8.GetString(file.Json)).Concat(MappingDocs.Mappings()).ToList();

        mappings.Count.ShouldBeGreaterThanOrEqualTo(9);
        foreach (var json in mappings)
        {
            MappingParser.Parse("one.json", Encoding.UTF8.GetBytes(json));
            schema.Evaluate(JsonDocument.Parse(json, Lenient).RootElement).IsValid.ShouldBeTrue(json);
        }
    }

    [Theory]
    [InlineData("""{"dataset":"usage","match":{},"columns":{}}""")]
    [InlineData("""{"dataset":"usage","match":{"file":"*"},"columns":{"community":{"to":"x"}}}""")]
    [InlineData("""{"dataset":"usage","match":{"file":"*"},"columns":{"community":{"from":"x","constant":"y"}}}""")]
    [InlineData("""{"dataset":"usage","match":{"file":"*"},"columns":{},"period":"year"}""")]
    [InlineData("""{"dataset":"usage","match":{"file":"*"},"columns":{},"skip":[{"column":"a","as":"rejected","reason":"b"}]}""")]
    [InlineData("""{"dataset":"usage","match":{"file":"*"},"columns":{},"version":3}""")]
    public void Mapping_BadOne_FitsNeitherSchemaNorParser(string json)
    {
        JsonSchema.FromText(Text.GetRawText()).Evaluate(JsonDocument.Parse(json).RootElement).IsValid.ShouldBeFalse();

        Should.Throw<MappingException>(() => MappingParser.Parse("one.json", Encoding.UTF8.GetBytes(json)));
    }

    private static JsonElement At(params string[] path) => path.Aggregate(Text, (element, name) => element.GetProperty(name));

    private static IEnumerable<string> Keys(params string[] path) => At(path).EnumerateObject().Select(member => member.Name).Order();

    private static IEnumerable<string> Words(string key) => Listed(At("properties", key));

    private static IEnumerable<string> Listed(JsonElement element) =>
        element.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!).Order();
}
