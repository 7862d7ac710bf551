using System.IO.Compression;
using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>Whatever file comes, the account says clearly what is wrong, nothing breaks, and the other files go on.</summary>
[UsesAzurite]
public sealed class BadFileTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits\n";
    private const string Good = Header + "C1,meals,2025-03-07,10\n";

    private static readonly string[] Extensions = [".csv", ".tsv", ".jsonl", ".csv.gz", ".tsv.gz", ".jsonl.gz", ".xlsx", ".parquet"];

    public static TheoryData<string> AllExtensions() => [.. Extensions];

    [Theory]
    [MemberData(nameof(AllExtensions))]
    public async Task Ingest_EmptyFile_SaysSo(string extension)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/nothing" + extension, []);

        account.Status.ShouldBe(UploadStatus.Rejected);
        account.Message.Text().ShouldBe("The file is empty.");
        (await host.QuarantineAsync("usage/nothing" + extension)).ShouldContain("\"usage/nothing");
    }

    [Theory]
    [MemberData(nameof(AllExtensions))]
    public async Task Sweep_RandomBytes_RejectsThemAndGoesOn(string extension)
    {
        await using var host = new IngestHost(azurite);
        for (var seed = 0; seed < 4; seed++)
        {
            var bytes = new byte[1 + (seed * 4001)];
            new Random(seed).NextBytes(bytes);
            await host.PutAsync($"usage/{seed}{extension}", bytes);
        }

        await host.PutAsync("usage/good.csv", Good);

        var accounts = await host.SweepAsync();

        accounts.Count.ShouldBe(5);
        accounts.Where(a => a.Blob != "usage/good.csv")
            .ShouldAllBe(a => a.Status == UploadStatus.Rejected && a.Message.Text().Length > 10 && a.Message.Text().Length < 1000);
        (await host.UsageAsync()).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("x.csv")]
    [InlineData("x.csv.gz")]
    [InlineData("x.jsonl")]
    public async Task Ingest_TenMillionColumns_IsRefusedWithoutHoldingThem(string name)
    {
        await using var host = new IngestHost(azurite);
        var text = new StringBuilder(name.Contains("jsonl", StringComparison.Ordinal) ? "{" : "");
        for (var i = 0; i < 10_000_000; i++) text.Append(name.Contains("jsonl", StringComparison.Ordinal) ? "\"a\":1," : "column,");
        var bytes = Encoding.ASCII.GetBytes(text.ToString());

        var account = await host.IngestAsync(
            "usage/" + name, name.EndsWith(".gz", StringComparison.Ordinal) ? FormatTests.Gzip(bytes) : bytes);

        account.Status.ShouldBe(UploadStatus.Rejected);
        account.Message.Text().ShouldContain("longer than 1,048,576 characters");
    }

    [Fact]
    public async Task Ingest_ManyShortColumns_SaysHowManyAreTaken()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/x.csv", string.Join(',', Enumerable.Range(0, 20_000)) + "\n1,2\n");

        account.Message.Text().ShouldBe("The file has more than 16,384 columns. Keep the columns that the dataset asks for.");
    }

    [Fact]
    public async Task Ingest_GzipBomb_Stops()
    {
        await using var host = new IngestHost(azurite);
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            gzip.Write(Encoding.ASCII.GetBytes(Header));
            var zeros = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("C1,meals,2025-03-07,10\n", 50_000)));
            for (var i = 0; i < 300; i++) gzip.Write(zeros);
        }

        var account = await host.IngestAsync("usage/bomb.csv.gz", packed.ToArray());

        account.Status.ShouldBe(UploadStatus.Rejected);
        account.Message.Text().ShouldContain("zip bomb");
    }

    [Fact]
    public async Task Ingest_WorkbookBomb_Stops()
    {
        await using var host = new IngestHost(azurite);
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\"/></sheets></workbook>", 1);
            Write(zip, "xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + new string(' ', 1 << 20), 300);
        }

        var account = await host.IngestAsync("usage/bomb.xlsx", packed.ToArray());

        account.Status.ShouldBe(UploadStatus.Rejected);
        account.Message.Text().ShouldContain("zip bomb");

        static void Write(ZipArchive zip, string name, string text, int times)
        {
            using var entry = zip.CreateEntry(name, CompressionLevel.SmallestSize).Open();
            for (var i = 0; i < times; i++) entry.Write(Encoding.ASCII.GetBytes(text));
        }
    }

    [Fact]
    public async Task Ingest_TornGzip_IsRejectedWhole()
    {
        await using var host = new IngestHost(azurite);
        var packed = FormatTests.Gzip(
            Encoding.ASCII.GetBytes(Good + string.Concat(Enumerable.Range(0, 5000).Select(i => $"C{i},meals,2025-03-07,{i}\n"))));

        (await host.IngestAsync("usage/stump.csv.gz", packed[..5])).Message.Text().ShouldContain("gzip data is damaged");
        foreach (var length in new[] { packed.Length / 2, packed.Length - 4 })
        {
            var account = await host.IngestAsync($"usage/torn{length}.csv.gz", packed[..length]);
            account.Status.ShouldBe(UploadStatus.Rejected);
            account.Message.Text().ShouldContain("gzip data is damaged");
        }

        (await host.UsageAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("report.pdf", "The path must start with a dataset and a slash")]
    [InlineData("nonsense/x.csv", "The path must start with a dataset and a slash")]
    [InlineData("usage/../x.csv", "segment '.' or '..'")]
    public async Task Ingest_NameThatSaysNothing_SaysWhatNamesAreRead(string name, string message)
    {
        await using var host = new IngestHost(azurite);
        if (!name.Contains("..", StringComparison.Ordinal)) await host.PutAsync(name, Good);

        var account = await host.IngestAsync(name);

        account.Status.ShouldBe(UploadStatus.Rejected);
        account.Message.Text().ShouldContain(message);
        (await host.RowAsync(name)).GetString("Message").ShouldBe(MessageJson.Write(account.Message!));
    }

    public static TheoryData<string> OddNames() =>
    [
        "usage/a..b/..c.csv",
        "usage/" + new string('n', 1000) + ".csv",
        "usage/" + new string('社', 250) + ".csv",
        "usage/a\\b#c?d%20e'f&g+h;i!j|k.csv",
        "USAGE/x.CSV",
    ];

    [Theory]
    [MemberData(nameof(OddNames))]
    public async Task Sweep_OddNames_IngestsThemUnderTheirNames(string name)
    {
        await using var host = new IngestHost(azurite);
        await host.PutAsync(name, Good);

        var account = (await host.SweepAsync()).ShouldHaveSingleItem();

        (account.Status, account.Kept).ShouldBe((UploadStatus.Ingested, 1));
        (await host.RowAsync(account.Blob)).GetInt64("Kept").ShouldBe(1);
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sweep_NameWithControlCharacters_DoesNotKeepOthersWaiting()
    {
        const string Odd = "usage/a\u0001b\tc.csv";
        await using var host = new IngestHost(azurite);
        await host.PutAsync(Odd, Good);
        await host.PutAsync("capacity/good.csv", "community,service,from,daily_capacity\nC1,meals,2025-01-01,10\n");

        // Azurite, unlike Azure, can't list a folder with such a name: the sweep says so once the others are done.
        var failure = await Should.ThrowAsync<AggregateException>(host.SweepAsync);
        failure.InnerExceptions.ShouldHaveSingleItem().Message.ShouldContain("'usage/'");
        (await host.Facts.ReadCapacityAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();

        (await host.IngestAsync(Odd)).Kept.ShouldBe(1);
        (await host.RowAsync(Odd)).GetString("RowKey").ShouldBe("usage|a!0001b!0009c.csv");
    }

    [Fact]
    public async Task Ingest_MissingColumn_NamesHeaderAndExpectation()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/x.csv", "社区,服务,When,人次\nC1,meals,2025-03-07,1\n");

        account.Message.Text().ShouldBe(
            "The header has no column date (日期). It reads: 社区, 服务, When, 人次. Dataset usage needs community (社区); service (服务); date "
                + "(日期); visits or event_id. "
            + "Rename the columns, or add a mapping (see docs/uploads.md).");
    }

    [Fact]
    public async Task Ingest_BlobThatIsGone_SaysSoAndKeepsNoAccount()
    {
        await using var host = new IngestHost(azurite);

        (await host.IngestAsync("usage/gone.csv")).Message.Text().ShouldContain("no such blob");

        (await host.Uploads.QueryAsync<Azure.Data.Tables.TableEntity>(cancellationToken: TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken)).ShouldBe(0);
    }
}
