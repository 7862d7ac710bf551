using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

public sealed class MappingLanguageTests
{
    private const string Own = "\"community\":\"c\",\"service\":\"s\",\"date\":\"d\",\"visits\":\"v\"";

    [Theory]
    [InlineData("\"decimal\":\",\",", "1.234", 1234)]
    [InlineData("\"decimal\":\".\",", "1,234", 1234)]
    [InlineData("\"thousands\":\".\",", "1.234", 1234)]
    [InlineData("\"fractions\":\"keep\",", "2.5", 2.5)]
    public async Task Numbers_ThatTheMappingExplains_AreReadSo(string keys, string text, double visits) =>
        (await MappedReading.OfAsync(keys, Own, $"c;s;d;v\nA;meals;2025-03-07;{text}\n"))
            .ShouldBe([FormattableString.Invariant($"A|meals|2025-03-07|{visits}")]);

    [Fact]
    public async Task Fractions_WithoutTheKey_AreRejected() =>
        (await MappedReading.OfAsync("\"decimal\":\".\",", Own, "c,s,d,v\nA,meals,2025-03-07,2.5\n"))
            .ShouldHaveSingleItem().ShouldStartWith("visits: ");

    [Theory]
    [InlineData("\"dayFirst\":true,", "3/7/2025", "2025-07-03")]
    [InlineData("\"dayFirst\":false,", "3/7/2025", "2025-03-07")]
    [InlineData("\"dateFormats\":[\"yy-dd-MM\"],", "25-07-03", "2025-03-07")]
    [InlineData("\"calendar\":\"roc\",", "98/12/31", "2009-12-31")]
    [InlineData("\"calendar\":\"roc\",", "114.3.7", "2025-03-07")]
    [InlineData("\"calendar\":\"roc\",", "991231", "2010-12-31")]
    [InlineData("\"calendar\":\"roc\",", "114年3月7日", "2025-03-07")]
    public async Task Dates_ThatTheMappingExplains_AreReadSo(string keys, string text, string day) =>
        (await MappedReading.OfAsync(keys, Own, $"c,s,d,v\nA,meals,{text},1\n")).ShouldBe([$"A|meals|{day}|1"]);

    [Fact]
    public async Task CountRows_MakesEachRowAVisit() =>
        (await MappedReading.OfAsync(
            "\"count\":\"rows\",", "\"community\":\"c\",\"service\":\"s\",\"date\":\"d\"",
            "c,s,d\nA,meals,2025-03-07\nA,meals,2025-03-07\n"))
            .ShouldBe(["A|meals|2025-03-07|1", "A|meals|2025-03-07|1"]);

    [Fact]
    public async Task Rules_ByPatternEmptinessAndKeep_LeaveRowsOut() =>
        (await MappedReading.OfAsync(
            """
            "skip":[{"column":"s","pattern":"^(?i)total","as":"duplicate","reason":"a total"},
                    {"column":"c","empty":true,"as":"rejected","reason":"no place"}],
            "keep":[{"column":"k","values":["visit"],"as":"rejected","reason":"no visit"}],
            """,
            Own,
            "c,s,d,v,k\nA,meals,2025-03-07,1,visit\nA,Total,2025-03-07,1,visit\n-,meals,2025-03-07,1,visit\nA,meals,2025-03-07,1,call\n"))
            .ShouldBe(["A|meals|2025-03-07|1", ": a total", "c: no place", "k: no visit"]);

    [Fact]
    public async Task DateOfParts_ThatIsNoDate_IsRejected() =>
        (await MappedReading.OfAsync(
            "", """ "community":"c","service":"s","date":{"year":2025,"month":"m","day":"d"},"visits":"v" """,
            "c,s,m,d,v\nA,meals,Feb,28,1\nA,meals,2月,29,1\nA,meals,Foo,1,1\nA,meals,,,1\n"))
            .Select(row => row.Split(':')[0]).ShouldBe(["A|meals|2025-02-28|1", "date", "date", "date"]);

    [Fact]
    public async Task DateOfParts_OfRocYears_IsRead() =>
        (await MappedReading.OfAsync(
            "\"calendar\":\"roc\",", """ "community":"c","service":"s","date":{"year":"y","month":"m","day":1},"visits":"v" """,
            "c,s,y,m,v\nA,meals,114,3,1\n")).ShouldBe(["A|meals|2025-03-01|1"]);

    [Fact]
    public async Task FillDown_ValueAbove_FillsEmptyCellsAlone() =>
        (await MappedReading.OfAsync(
            "\"fillDown\":[\"c\",\"s\"],", Own,
            "c,s,d,v\n,meals,2025-03-01,1\nA,meals,2025-03-02,2\n,,2025-03-03,3\nB,,2025-03-04,4\n"))
            .ShouldBe(["community: missing", "A|meals|2025-03-02|2", "A|meals|2025-03-03|3", "B|meals|2025-03-04|4"]);

    [Fact]
    public async Task FillDown_TotalThatARuleLeavesOut_FillsNothing() =>
        (await MappedReading.OfAsync(
            """ "fillDown":["c"],"skip":[{"column":"c","pattern":"^Total","as":"duplicate","reason":"a total"}],""",
            Own, "c,s,d,v\nA,meals,2025-03-01,1\nTotal,,,1\n,meals,2025-03-02,2\n"))
            .ShouldBe(["A|meals|2025-03-01|1", ": a total", "community: missing"]);

    [Fact]
    public async Task Unpivot_ServicesAsColumns_GiveARowACell() =>
        (await MappedReading.OfAsync(
            "\"unpivot\":{\"columns\":\"^visits (?<service>.*)$\",\"value\":\"count\"},",
            """ "community":"c","service":"service","date":"d","visits":"count" """,
            "c,d,visits meals,visits day care,note\nA,2025-03-01,4,,x\nA,2025-03-02,many,6,y\n"))
            .Select(row => row.Split(": ")[0]).ShouldBe(["A|meals|2025-03-01|4", "visits", "A|day care|2025-03-02|6"]);

    [Fact]
    public async Task Unpivot_PatternOfNoColumn_IsRefused() =>
        (await Should.ThrowAsync<UnreadableUploadException>(() => MappedReading.OfAsync(
            "\"unpivot\":{\"columns\":\"^Jan\",\"value\":\"count\"},", Own, "c,s,d,v\nA,meals,2025-03-01,4\n")))
            .Message.ShouldContain("$.unpivot.columns matches no column. The header reads: c, s, d, v.");

    [Fact]
    public async Task FileName_WithItsValues_GivesThem() =>
        (await MappedReading.OfAsync(
            "\"fileName\":\"^(?<place>[a-z]+)-\",", """ "community":"place","service":"s","date":"d","visits":"v" """,
            "s,d,v\nmeals,2025-03-01,4\n", "harbour-1.csv")).ShouldBe(["harbour|meals|2025-03-01|4"]);

    [Fact]
    public async Task FileName_WithoutItsValues_IsRefused() =>
        (await Should.ThrowAsync<UnreadableUploadException>(() => MappedReading.OfAsync(
            "\"fileName\":\"^(?<place>[a-z]+)-\",", Own, "c,s,d,v\nA,meals,2025-03-01,4\n", "1.csv")))
            .Message.ShouldContain("takes values from the file's name, which '1.csv' does not have");

    [Theory]
    [InlineData("week", "2025-W10", "2025-03-03")]
    [InlineData("month", "2025-03", "2025-03-01")]
    [InlineData("quarter", "2025Q1", "2025-01-01")]
    public async Task Period_OfAMapping_ReadsItsDates(string period, string date, string day) =>
        (await MappedReading.OfAsync($"\"period\":\"{period}\",", Own, $"c,s,d,v\nA,meals,{date},4\n")).ShouldBe([$"A|meals|{day}|4"]);

    [Fact]
    public async Task Hints_OfAMapping_OpenTheFile() =>
        (await MappedReading.OfAsync(
            "\"delimiter\":\"~\",\"headerRow\":3,", Own, "x~y\n1~2\nc~s~d~v\nA~meals~2025-03-01~4\n")).ShouldBe(["A|meals|2025-03-01|4"]);

    [Theory]
    [InlineData("\"version\":3,", "$.version is of a later program")]
    [InlineData("\"encoding\":\"latin-99\",", "$.encoding is no encoding")]
    [InlineData("\"delimiter\":\"ab\",", "$.delimiter must be")]
    [InlineData("\"headerRow\":0,", "$.headerRow must be a whole number")]
    [InlineData("\"decimal\":\",\",\"thousands\":\",\",", "$.thousands contradicts 'decimal'")]
    [InlineData("\"dateFormats\":[\"dd/MM\"],", "which has no year")]
    [InlineData("\"calendar\":\"roc\",\"dateFormats\":[\"dd/MM/yyyy\"],", "$.dateFormats can't stand beside")]
    [InlineData("\"ids\":\"world\",", "$.ids must be")]
    [InlineData("\"count\":\"rows\",", "$.columns.visits can't stand beside")]
    [InlineData("\"fileName\":\"[a-z]+\",", "$.fileName names no group")]
    [InlineData("\"fileName\":\"(?<a>\",", "which is no regular expression")]
    [InlineData("\"unpivot\":{\"columns\":\"x\"},", "$.unpivot.value is missing")]
    [InlineData("\"unpivot\":{\"columns\":\"(?<a>x)\",\"value\":\"a\"},", "makes two columns of the name 'a'")]
    [InlineData("\"skip\":[{\"column\":\"a\",\"empty\":false,\"as\":\"rejected\",\"reason\":\"x\"}],", "$.skip[0].empty must be true")]
    [InlineData("\"aliases\":{\"A b\":\"1\",\"a  B\":\"2\"},", "$.aliases.a  B means '1' under another spelling")]
    public async Task Parse_KeyThatCantWork_NamesPlaceAndRemedy(string keys, string message) =>
        (await Should.ThrowAsync<MappingException>(() => MappedReading.OfAsync(keys, Own, "c,s,d,v\n"))).Message.ShouldContain(message);

    [Fact]
    public void Parse_HintWithoutFileName_IsRefused() =>
        Should.Throw<MappingException>(() => MappingParser.Parse(
            "one.json",
            """
            {"dataset":"usage","match":{"headers":["c"]},"encoding":"gb18030",
             "columns":{"community":"c","service":"s","date":"d","visits":"v"}}
            """u8.ToArray()))
            .Message.ShouldContain("$.encoding needs 'match.file'");
}
