using System.IO.Compression;
using System.Text;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Text;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>Whatever stands in a row, the account says clearly what is wrong, and the other rows go on.</summary>
[UsesAzurite]
public sealed class BadRowTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits\n";
    private const string Good = Header + "C1,meals,2025-03-07,10\n";

    [Theory]
    [InlineData("C1,meals,2025-03-08,\"5\nC2,meals,2025-03-09,6\nC3,meals,2025-03-10,7\n", 3, 4)]
    [InlineData("C1,meals,2025-03-08,\"5", 1, 2)]
    [InlineData("\"C1\"x,meals,2025-03-08,5\nC3,meals,2025-03-10,7\n", 2, 3)]
    public async Task Ingest_CutInsideAQuote_CostsThatLineAlone(string tail, int kept, int read)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/cut.csv", Good + tail);

        (account.Status, account.Read, account.Kept, account.Rejected).ShouldBe((UploadStatus.Ingested, read, kept, 1));
        (await host.QuarantineAsync("usage/cut.csv"))
            .ShouldContain("\"usage/cut.csv\",3,\"\",\"quote that does not close, or text after a closing quote\"");
    }

    [Theory]
    [InlineData("C1,meals,0000-01-01,1", "date", "not a date")]
    [InlineData("C1,meals,0-1-1,1", "date", "not a date")]
    [InlineData("C1,meals,2025-02-29,1", "date", "not a date")]
    [InlineData(
        "C1,meals,3/7/2025,1", "date",
        "one day with the day first and another with the month first, and the file does not tell which: say dateFormats in a mapping")]
    [InlineData("C1,meals,2025,1", "date", "a week, a month, a quarter or a year instead of a day: say period in a mapping")]
    [InlineData("C1,meals,1899-12-31,1", "date", "before 1 January 1900")]
    [InlineData("C1,meals,9999-12-31,1", "date", "too far in the future")]
    [InlineData("C1,meals,2025-03-07,NaN", "visits", "missing")]
    [InlineData("C1,meals,2025-03-07,Infinity", "visits", "not a number")]
    [InlineData("C1,meals,2025-03-07,-∞", "visits", "not a number")]
    [InlineData("C1,meals,2025-03-07,1e308", "visits", "more than 1,000,000,000")]
    [InlineData("C1,meals,2025-03-07,1e999", "visits", "not a number")]
    [InlineData("C1,meals,2025-03-07,0x10", "visits", "not a number")]
    [InlineData("C1,meals,2025-03-07,\"1,23\"", "visits", "not a whole number")]
    [InlineData("C1,meals,2025-03-07,-1", "visits", "negative")]
    [InlineData("C1,meals,2025-03-07,", "visits", "missing")]
    [InlineData("C1,meals,2025-03-07", "visits", "missing")]
    [InlineData(",meals,2025-03-07,1", "community", "missing")]
    [InlineData("　 ,meals,2025-03-07,1", "community", "missing")]
    [InlineData("C\u00011,meals,2025-03-07,1", "community", "control character")]
    [InlineData("C1,meals,2025-03-07,1,2", "", "more values than the header's 4 columns")]
    public async Task Ingest_BadRow_IsQuarantinedUntouchedAndTheOthersKept(string row, string column, string reason)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/x.csv", $"{Good}{row}\nC2,meals,2025-03-07,5\n");

        (account.Read, account.Kept, account.Rejected).ShouldBe((3, 2, 1));
        account.Reasons.ByText().ShouldHaveSingleItem().ShouldBe(new(column.Length == 0 ? reason : $"{column}: {reason}", 1));
        (await host.QuarantineAsync("usage/x.csv")).ShouldBe(
            "\uFEFFfile,line,column,reason,original,code,arguments,sheet\r\n"
                + $"\"usage/x.csv\",3,\"{column}\",\"{reason}\","
                + $"\"{row.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{CodeOf(account, column)},\"\"\r\n");
    }

    private static string CodeOf(UploadAccount account, string column)
    {
        var message = account.Reasons.Single().Message;
        var reason = column.Length == 0 ? message : (Message)message["why"]!;
        return CsvField.Line([reason.Code, MessageJson.WriteArguments(reason)]);
    }

    [Fact]
    public async Task Ingest_OverlongRow_IsCutAndTheOthersKept()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/x.csv", $"{Good}{new string('x', 5_000_000)}\nC2,meals,2025-03-07,5\n");

        (account.Read, account.Kept, account.Rejected).ShouldBe((3, 2, 1));
        (await host.QuarantineAsync("usage/x.csv")).Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task Ingest_DamagedUtf8_LosesTheDamagedRowsAlone()
    {
        await using var host = new IngestHost(azurite);
        var bytes = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Range(0, 50).Select(i => $"社区{i},助餐,2025-03-07,1\n")));
        bytes[bytes.AsSpan().LastIndexOf("助"u8)] = 0xFF;

        var account = await host.IngestAsync("usage/x.csv", bytes);

        (account.Kept, account.Rejected).ShouldBe((49, 1));
        account.Reasons.ByText().Keys.ShouldBe(["service: characters that could not be decoded"]);
    }
}
