using System.Text;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class MappingTests(AzuriteFixture azurite)
{
    private const string Library = """
        {
          "dataset": "usage",
          "match": { "file": "loans*", "headers": ["Branch", "When"] },
          "columns": {
            "community": "Branch",
            "service": { "constant": "library" },
            "date": { "from": "When", "formats": ["dd/MM/yyyy"] },
            "visits": { "from": "Loans", "default": 0, "values": { "few": 3 } }
          },
          "skip": [{ "column": "State", "values": ["void"], "as": "rejected", "reason": "voided" }]
        }
        """;

    [Theory]
    [InlineData("{", "is no JSON")]
    [InlineData("[]", "$ must be an object")]
    [InlineData("""{"dataset":"visits"}""", "$.dataset 'visits' is none: name one of")]
    [InlineData("""{"dataset":"usage"}""", "$.match is missing")]
    [InlineData("""{"dataset":"usage","match":{}}""", "$.match needs 'file'")]
    [InlineData("""{"dataset":"usage","match":{"file":"*"},"columns":{"town":"x"}}""", "$.columns.town is no column of usage")]
    [InlineData("""{"dataset":"usage","match":{"file":"*"},"columns":{"community":"x"}}""", "$.columns lacks 'service'")]
    [InlineData(
        """{"dataset":"usage","match":{"file":"*"},"columns":{"community":{"to":"x"}}}""",
        "$.columns.community.to is not known here: use from,")]
    [InlineData(
        """{"dataset":"usage","match":{"file":"*"},"columns":{"community":{"from":"x","constant":"y"}}}""",
        "$.columns.community needs either 'from'")]
    [InlineData("""{"dataset":"usage","match":{"file":["*"]},"columns":{}}""", "$.match.file must be a text")]
    [InlineData(
        """
        {"dataset":"usage","match":{"file":"*"},"columns":{"community":"a","service":"b","date":"c"},
         "skip":[{"column":"d","values":["e"],"as":"gone"}]}
        """,
        "$.skip[0].as must be")]
    public void Parse_BadMapping_NamesFilePlaceAndRemedy(string json, string message)
    {
        var fault = Should.Throw<MappingException>(() => MappingParser.Parse("mine.json", Encoding.UTF8.GetBytes(json)));

        fault.Message.ShouldStartWith("Mapping mine.json");
        fault.Message.ShouldContain(message);
    }

    [Fact]
    public async Task Sweep_MappingThatComesLater_IsAppliedToTheRejectedFile()
    {
        await using var host = new IngestHost(azurite);
        (await host.IngestAsync("usage/loans.csv", "Branch,When,Loans,State\nB1,07/03/2025,few,\nB1,08/03/2025,,\nB2,09/03/2025,4,void\n"))
            .Status.ShouldBe(UploadStatus.Rejected);
        await MapAsync(host, Library);

        var account = (await host.SweepAsync()).ShouldHaveSingleItem();

        (account.Kept, account.Rejected).ShouldBe((2, 1));
        account.Reasons.ByText().ShouldHaveSingleItem().ShouldBe(new("State: voided", 1));
        (await host.UsageAsync()).ShouldBe(["B1|library|2025-03-07||3|0|0|0|0", "B1|library|2025-03-08||0|0|0|0|0"]);
        (await host.RowAsync("usage/loans.csv")).GetString("Mapping").ShouldBe("library.json");
    }

    [Fact]
    public async Task Ingest_BrokenMapping_IsNamedWhereItCouldHaveHelped()
    {
        await using var host = new IngestHost(azurite);
        await MapAsync(host, "{}");

        (await host.IngestAsync("usage/loans.csv", "Branch,When\nB1,x\n")).Message.Text()
            .ShouldContain("Mapping library.json: $.dataset is missing");
        (await host.IngestAsync("usage/good.csv", "community,service,date,visits\nC1,meals,2025-03-07,1\n")).Message.ShouldBeNull();
    }

    [Fact]
    public async Task Ingest_MappingWithHalfASurrogate_IsNamedAndStopsNoOtherFile()
    {
        await using var host = new IngestHost(azurite);
        await MapAsync(host, """{"dataset":"\ud800"}""");

        (await host.IngestAsync("usage/good.csv", "community,service,date,visits\nC1,meals,2025-03-07,1\n")).Kept.ShouldBe(1);
        (await host.IngestAsync("usage/loans.csv", "Branch,When\nB1,x\n")).Message.Text().ShouldContain("Mapping library.json is no JSON");
    }

    [Fact]
    public void Parse_ByteOrderMark_IsPassedOver() =>
        MappingParser.Parse(
            "mine.json", (byte[])[.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Library)]).FilePattern.ShouldBe("loans*");

    [Fact]
    public async Task Ingest_SameContentUnderNamesThatMappingsTellApart_CountsForEach()
    {
        const string Day = "Day,Tickets\n2025-03-01,41\n";
        await using var host = new IngestHost(azurite);
        foreach (var place in (string[])["riverside", "hillside"])
        {
            await MapAsync(
                host,
                $$$"""
                {"dataset":"usage","match":{"file":"{{{place}}}*"},
                 "columns":{"community":{"constant":"{{{place}}}"},"service":{"constant":"library"},"date":"Day","visits":"Tickets"}}
                """,
                place);
        }

        await host.IngestAsync("usage/riverside-0301.csv", Day);
        await host.IngestAsync("usage/hillside-0301.csv", Day);
        var copy = await host.IngestAsync("usage/hillside-0301 (1).csv", Day);

        copy.Status.ShouldBe(UploadStatus.Duplicate);
        (await host.UsageAsync()).ShouldBe(["hillside|library|2025-03-01||41|0|0|0|0", "riverside|library|2025-03-01||41|0|0|0|0"]);
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_SameContentUnderANameWhoseMappingIsNotForIt_CountsOnce()
    {
        const string Plain = "community,service,date,visits\nC1,meals,2025-03-07,1\n";
        await using var host = new IngestHost(azurite);
        await MapAsync(host, Library);
        await host.IngestAsync("usage/march.csv", Plain);

        (await host.IngestAsync("usage/loans.csv", Plain)).Status.ShouldBe(UploadStatus.Duplicate);
    }

    private static async Task MapAsync(IngestHost host, string json, string name = "library")
    {
        var container = host.Blobs.GetBlobContainerClient("mappings");
        await container.CreateIfNotExistsAsync(cancellationToken: TestContext.Current.CancellationToken);
        await container.GetBlobClient(name + ".json")
            .UploadAsync(BinaryData.FromString(json), overwrite: true, TestContext.Current.CancellationToken);
    }
}
