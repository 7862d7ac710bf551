using System.Buffers;
using System.Text;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Tests.Pipeline.Reading;

/// <summary>Reasons and message of table <c>Uploads</c>, as its readers get them.</summary>
public sealed class ReasonColumnTests
{
    private static readonly PathRow Upload = new()
    {
        Path = "usage/march.csv",
        Reasons =
            [new MessageRows(AccountMessages.InColumn("visits", ValueMessages.NotANumber), 1200),
                new MessageRows(AccountMessages.CountsAlready, 2)],
        Message = FileMessages.Empty(),
    };

    [Theory]
    [InlineData(Language.English, "visits: not a number", "not a number", "The file is empty.")]
    [InlineData(Language.Chinese, "visits：不是数字", "不是数字", "文件为空。")]
    public void Json_OfReasons_HasCodeArgumentsTextAndRows(Language language, string text, string why, string message)
    {
        var json = Written("json", language, Entity());

        var reason = $$"""{"code":"value.not_a_number","arguments":{},"text":"{{why}}"}""";
        var arguments = $$"""{"column":"visits","why":{{reason}}}""";
        json.ShouldContain($$$"""
            "reasons":[{"message":{"code":"account.in_column","arguments":{{{arguments}}},"text":"{{{text}}}"},"rows":1200},
            """);
        json.ShouldContain($$"""
            "message":{"code":"file.empty","arguments":{},"text":"{{message}}"}
            """);
    }

    [Theory]
    [InlineData(Language.English, "visits: not a number 1200; counts already 2,The file is empty.")]
    [InlineData(Language.Chinese, "visits：不是数字 1200; 已计入 2,文件为空。")]
    public void Csv_OfReasons_HasTextsAndRows(Language language, string cells) =>
        Written("csv", language, Entity()).ShouldContain($",{cells},");

    [Fact]
    public void Json_OfAnEarlierVersion_HasItsTexts()
    {
        var entity = Entity();
        entity["Reasons"] = """{"visits: negative":3}""";
        entity["Message"] = "The file is empty.";

        var json = Written("json", Language.Chinese, entity);

        json.ShouldContain("""{"message":{"code":"text","arguments":{"text":"visits: negative"},"text":"visits: negative"},"rows":3}""");
        json.ShouldContain("\"message\":{\"code\":\"text\"");
    }

    [Fact]
    public void Json_WithoutReasons_IsAnEmptyList() =>
        Written("json", Language.English, new TableEntity("usage", "a")).ShouldContain("\"reasons\":[],\"message\":null");

    private static TableEntity Entity() => PathRow.Table.Entity(Upload, "usage", "a");

    private static string Written(string format, Language language, TableEntity entity)
    {
        var output = new ArrayBufferWriter<byte>();
        using var rows = RowWriter.For(format, PathRow.Table, language, output);
        rows.Begin();
        rows.Row(entity);
        rows.End(next: null);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
