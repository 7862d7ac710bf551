using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Tables;

public sealed class StoredMessagesTests
{
    [Fact]
    public void ReadRows_OfWhatWasWritten_IsTheSame()
    {
        MessageRows[] reasons =
            [new(AccountMessages.InColumn("note", ValueMessages.TooLong(20)), 3), new(AccountMessages.CountsAlready, 1)];

        var stored = StoredMessages.Write(reasons);

        stored.ShouldBe(
            """[{"message":{"code":"account.in_column","column":"note","why":{"code":"value.too_long","most":20}},"rows":3},"""
                + """{"message":{"code":"account.counts_already"},"rows":1}]""");
        StoredMessages.ReadRows(stored).ShouldBe(reasons);
    }

    [Fact]
    public void ReadRows_OfAnEarlierVersion_AreItsTexts()
    {
        var reasons = StoredMessages.ReadRows("""{"visits: not a number":3,"没有社区":1}""");

        reasons.ByText().ShouldBe(new Dictionary<string, long> { ["visits: not a number"] = 3, ["没有社区"] = 1 });
        reasons.ShouldAllBe(reason => reason.Message.Code == "text");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    public void ReadRows_OfNothing_IsEmpty(string? stored) => StoredMessages.ReadRows(stored).ShouldBeEmpty();

    [Fact]
    public void ToAccount_OfALedgerRowOfAnEarlierVersion_HasItsTexts()
    {
        var account =
            new PathRow { StoredReasons = """{"visits: negative":2}""", StoredMessage = "The file is empty." }.ToAccount(changed: false);

        account.Reasons.ByText().ShouldBe(new Dictionary<string, long> { ["visits: negative"] = 2 });
        account.Message.Text().ShouldBe("The file is empty.");
    }
}
