using System.IO.Compression;
using System.Text;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;
using MiniExcelLibs;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>The same rows give the same facts, however they are written.</summary>
[UsesAzurite]
public sealed class FormatTests(AzuriteFixture azurite)
{
    private const string Plain = """"
        社区,服务,日期,人次,未满足,人群
        C1,助餐,2025-03-07,"1,234",2,老人
        C1,助餐,2025/3/8,3,,老人
        "C,2","日间""照料""",2025年3月9日,5,0,
        C3,daycare,2025-03-10 08:30:00,7,1,
        """";

    private static readonly string[] Expected =
    [
        "C,2|日间\"照料\"|2025-03-09||5|0|0|0|0",
        "C1|助餐|2025-03-07|老人|1234|2|0|0|0",
        "C1|助餐|2025-03-08|老人|3|0|0|0|0",
        "C3|daycare|2025-03-10||7|1|0|0|0",
    ];

    private static Encoding Gb18030 => CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static TheoryData<string, byte[]> Files() => new()
    {
        { "plain.csv", Encoding.UTF8.GetBytes(Plain) },
        { "mark.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Plain)] },
        { "crlf.csv", Encoding.UTF8.GetBytes(Plain.ReplaceLineEndings("\r\n")) },
        { "cr.csv", Encoding.UTF8.GetBytes(Plain.ReplaceLineEndings("\r")) },
        { "utf16le.csv", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Plain)] },
        { "utf16be.csv", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Plain)] },
        { "gb18030.csv", Gb18030.GetBytes(Plain) },
        { "gb18030.CSV.GZ", Gzip(Gb18030.GetBytes(Plain)) },
        { "semicolon.csv", Encoding.UTF8.GetBytes(
            "sep=;\n社区;服务;日期;人次;未满足;人群\n"
                + "C1;助餐;2025-03-07;1234;2;老人\nC1;助餐;45724;3;;老人\nC,2;\"日间\"\"照料\"\"\";20250309;5;0;\nC3;daycare;2025.3.10;7;1;") },
        { "tabs.tsv", Encoding.UTF8.GetBytes(
            "社区\t服务\t日期\t人次\t未满足\t人群\nC1\t助餐\t2025-03-07\t1234\t2\t老人\n"
                + "C1\t助餐\t45724\t3\t\t老人\nC,2\t\"日间\"\"照料\"\"\"\t20250309\t5\t0\t\nC3\tdaycare\t2025-3-10T08:30:00+08:00\t7\t1\t") },
        { "lines.jsonl", Json() },
        { "lines.jsonl.gz", Gzip(Json()) },
        { "book.xlsx", Xlsx() },
        { "table.parquet", ParquetBytes() },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Ingest_AnyFormatAndEncoding_GivesTheSameFacts(string name, byte[] content)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync($"usage/{name}", content);

        account.Message.ShouldBeNull();
        (account.Status, account.Read, account.Kept).ShouldBe((UploadStatus.Ingested, 4, 4));
        (await host.UsageAsync()).ShouldBe(Expected);
    }

    [Fact]
    public async Task Ingest_JsonLinesWhoseEventsAllCountElsewhere_AreDuplicatesHoweverColumnsAreSpelt()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", "community,service,date,event_id\nC1,meals,2025-03-07,e1\n");

        var account = await host.IngestAsync(
            "usage/b.jsonl", """{"community":"C1","社区":null,"service":"meals","date":"2025-03-07","event_id":"e1"}""");

        (account.Status, account.Read, account.Duplicates).ShouldBe((UploadStatus.Ingested, 1, 1));
    }

    internal static byte[] Gzip(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(content);
        return packed.ToArray();
    }

    private static byte[] Json() => """
        {"社区":"C1","服务":"助餐","日期":"2025-03-07","人次":1234,"未满足":2,"人群":"老人"}
        {"社区":"C1","服务":"助餐","日期":"2025/3/8","人次":3,"人群":"老人","extra":{"a":[1]}}

        {"Community":null,"社区":"C,2","服务":"日间\u0022照料\u0022","日期":"2025年3月9日","人次":"5","未满足":0,"人群":null}
        {"社区":"C3","服务":"daycare","日期":"2025-03-10 08:30","人次":7,"未满足":1}
        """u8.ToArray();

    internal static byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new[]
        {
            new { 社区 = "C1", 服务 = "助餐", 日期 = new DateTime(2025, 3, 7), 人次 = (object)1234, 未满足 = (int?)2, 人群 = "老人" },
            new { 社区 = "C1", 服务 = "助餐", 日期 = new DateTime(2025, 3, 8), 人次 = (object)3, 未满足 = (int?)null, 人群 = "老人" },
            new { 社区 = "C,2", 服务 = "日间\"照料\"", 日期 = new DateTime(2025, 3, 9), 人次 = (object)"5", 未满足 = (int?)0, 人群 = "" },
            new { 社区 = "C3", 服务 = "daycare", 日期 = new DateTime(2025, 3, 10, 8, 30, 0), 人次 = (object)7, 未满足 = (int?)1, 人群 = "" },
        });
        return stream.ToArray();
    }

    internal static byte[] ParquetBytes()
    {
        using var stream = new MemoryStream();
        var community = new DataField<string>("community");
        var service = new DataField<string>("service");
        var date = new DateTimeDataField("date", DateTimeFormat.DateAndTimeMicros);
        var visits = new DataField<decimal>("Visits");
        var unmet = new DataField<long?>("un met");
        var group = new DataField<string>("GROUP");
        WriteAsync().GetAwaiter().GetResult();
        return stream.ToArray();

        async Task WriteAsync()
        {
            await using var writer = await ParquetWriter.CreateAsync(
                new ParquetSchema(community, service, date, visits, unmet, group), stream);
            using var rows = writer.CreateRowGroup();
            await rows.WriteAsync(community, ["C1", "C1", "C,2", "C3"]);
            await rows.WriteAsync(service, ["助餐", "助餐", "日间\"照料\"", "daycare"]);
            await rows.WriteAsync<DateTime>(
                date, new DateTime[] { new(2025, 3, 7), new(2025, 3, 8), new(2025, 3, 9), new(2025, 3, 10, 8, 30, 0) });
            await rows.WriteAsync<decimal>(visits, new[] { 1234m, 3m, 5m, 7m });
            await rows.WriteAsync<long>(unmet, new long?[] { 2, null, 0, 1 });
            await rows.WriteAsync(group, ["老人", "老人", null!, null!]);
        }
    }
}
