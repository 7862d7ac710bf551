using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Pipeline.Ingest;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Datasets.Schemas;

/// <summary>
/// A dataset declared here alone: headers, rules, quarantine, fact files, records and the reference must follow from the declaration.
/// </summary>
[UsesAzurite]
public sealed class AddedDatasetTests(AzuriteFixture azurite)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void Catalogue_OfThisAssembly_HasTheDeclaredDataset() =>
        DatasetCatalogue.Of(typeof(QueueFact).Assembly)["QUEUES"].ShouldBe(QueueFact.Schema);

    [Fact]
    public async Task Ingest_ADeclaredDataset_StoresItsRowsAndReadsThemBack()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            QueueFact.Schema,
            "queues/x.csv",
            """
            社区编码,DAY,排队人数,Mood,is-open,柜台,Until,Note
            C1,2025-03-07,4,5,是,前台,2025-03-09,call 13812345678
            C1,2025/3/8,"1,200",,,,,
            C1,2025-03-07,6,1,no,window,,
            C2,2025年3月7日,4,5,是,前台,2025-03-09,call 13812345678
            """);

        (account.Status, account.Read, account.Kept).ShouldBe((UploadStatus.Ingested, 4, 4), $"{account.Message}");
        var rows = await ((FactReader)host.Facts).NewestAsync(QueueFact.Schema, Cancel);
        rows.ShouldBe(
        [
            new QueueFact("C1", new DateOnly(2025, 3, 7), 6, 1, 1, false, "window", null, null),
            new QueueFact("C1", new DateOnly(2025, 3, 8), 1200, 1, null, false, "counter", null, null),
            new QueueFact("C2", new DateOnly(2025, 3, 7), 4, 1, 5, true, "counter", new DateOnly(2025, 3, 9), "call [phone]"),
        ]);
    }

    [Theory]
    [InlineData("C1,2025-03-07,4,6,yes,counter,,", "mood", "not a score of 1 to 5")]
    [InlineData("C1,2025-03-07,5001,5,yes,counter,,", "people", "more than 5,000")]
    [InlineData("C1,2025-03-07,,5,yes,counter,,", "people", "missing")]
    [InlineData(",2025-03-07,4,5,yes,counter,,", "community", "missing")]
    [InlineData("C1,2025-03-07,4,5,yes,garden,,", "desk", "not one of counter or window")]
    [InlineData("C1,2025-03-07,4,5,perhaps,counter,,", "is_open", "neither yes nor no")]
    [InlineData("C1,2025-03-07,4,5,yes,counter,2025-03-06,", "until", "before date")]
    [InlineData("C1,2025-03-07,4,5,yes,counter,,a remark that is too long", "note", "longer than 20 characters")]
    public async Task Ingest_ABadRowOfADeclaredDataset_IsRejectedByItsRule(string row, string column, string reason)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            QueueFact.Schema, "queues/x.csv", $"community,date,people,mood,is_open,desk,until,note\n{row}\n");

        account.Reasons.ByText().ShouldHaveSingleItem().ShouldBe(new($"{column}: {reason}", 1));
        (await host.QuarantineAsync("queues/x.csv")).ShouldContain($"\"queues/x.csv\",2,\"{column}\",\"{reason}\",");
    }

    [Fact]
    public async Task Ingest_AHeaderThatLacksADeclaredColumn_SaysWhichInBothLanguages()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(QueueFact.Schema, "queues/x.csv", "community,date\nC1,2025-03-07\n");

        account.Message.Text().ShouldStartWith(
            "The header has no column people (排队人数). It reads: community, date. Dataset queues needs community (社区); date (日期); "
                + "people (排队人数).");
    }

    [Fact]
    public void Reference_OfADeclaredDataset_HasItsColumns() => DatasetReference.Markdown(QueueFact.Schema).ShouldBe(
        """
        ### queues

        A row is the people who queue on a day. Key: community, date.

        | column | kind | unit | other names | meaning | 含义 |
        |---|---|---|---|---|---|
        | **community** | text | | 社区, 社区编码, 社区代码, community_code, community_id | code of the community | 社区编码 |
        | **date** | date | | 日期, day | the day | 日期 |
        | **people** | number, up to 5,000 | persons | 排队人数 | people who queue | 排队人数 |
        | weight | number | | | weight of the row; `1` where empty | 权重 |
        | mood | score | 1 to 5 | | how they feel | 心情 |
        | is_open | yes or no | | | whether the desk is open | 是否开放 |
        | desk | `counter` (前台); `window` (窗口) | | 柜台 | where they queue; `counter` where empty | 柜台 |
        | until | date, also planned | | | last day of the queue; not before date | 截止日期 |
        | note | text, up to 20 characters | | | a remark | 备注 |

        """,
        StringCompareShould.IgnoreLineEndings);

    /// <summary>A dataset that the product does not have.</summary>
    internal sealed record QueueFact(
        [property: CommunityColumn(Role = ColumnRole.Key)] string Community,
        [property: DateColumn("the day", "日期", Role = ColumnRole.Key)] DateOnly Date,
        [property: UploadColumn("people who queue", "排队人数", Synonyms = ["排队人数"], Unit = Unit.Persons, Max = 5000)] double People,
        [property: UploadColumn("weight of the row", "权重", Default = 1.0)] double Weight,
        [property: UploadColumn("how they feel", "心情", Unit = Unit.Likert)] int? Mood,
        [property: UploadColumn("whether the desk is open", "是否开放")] bool IsOpen,
        [property: UploadColumn("where they queue", "柜台", Synonyms = ["柜台"], Default = "counter")]
        [property: Choice("counter", "前台")]
        [property: Choice("window", "窗口")]
        string Desk,
        [property: UploadColumn("last day of the queue", "截止日期", Latest = DayBound.Planned, NotBefore = nameof(QueueFact.Date))]
        DateOnly? Until,
        [property: UploadColumn("a remark", "备注", MaxLength = 20, IsComment = true)] string? Note)
    {
        public static DatasetSchema<QueueFact> Schema { get; } = new("queues") { RowIs = "the people who queue on a day" };
    }
}
