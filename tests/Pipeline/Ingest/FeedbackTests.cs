using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class FeedbackTests(AzuriteFixture azurite)
{
    private const string Header = "社区,日期,服务,来源,效率,投诉,意见,反馈编号\n";

    [Fact]
    public async Task Ingest_Feedback_KeepsAnswersWithoutPersonalNumbers()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            "feedback/x.csv",
            Header + "C1,2025-03-07,meals,居民,4,是,\"太慢, 打13812345678\",f1\nC1,2025-03-07,meals,居民,4,是,again,f1\nC1,2025-03-08,,,,,,\n");

        (account.Kept, account.Rejected, account.Duplicates).ShouldBe((2, 1, 0));
        var facts = await host.Facts.ReadFeedbackAsync(DateOnly.MinValue, DateOnly.MaxValue, cancel).ToArrayAsync(cancel);
        var answer = facts.Single(f => f.Date.Day == 7);
        (answer.Efficiency, answer.Complaint, answer.Source, answer.Comment).ShouldBe((4, true, "resident", "太慢, 打[phone]"));
        facts.Single(f => f.Date.Day == 8).Complaint.ShouldBeFalse();
    }

    [Theory]
    [InlineData(
        "x.csv", Header + "C1,2025-03-07,meals,居民,9,是,\"急, 打13812345678\",13900000000\n",
        "C1,2025-03-07,meals,居民,9,是,\"急, 打[phone]\",13900000000")]
    [InlineData(
        "x.jsonl", """{"community":"C1","date":"2025-03-07","efficiency":0,"comment":"急 13812345678","feedback_id":"13900000000"}""",
        """{"community":"C1","date":"2025-03-07","efficiency":0,"comment":"急 [phone]","feedback_id":"13900000000"}""")]
    [InlineData("torn.csv", Header + "C1,2025-03-07,meals,居民,4,是,\"急, 打13812345678\n", "C1,2025-03-07,meals,居民,4,是,\"急, 打[phone]")]
    public async Task Ingest_RejectedFeedback_IsQuarantinedWithoutPersonalNumbersInTheComment(string name, string text, string original)
    {
        await using var host = new IngestHost(azurite);

        (await host.IngestAsync("feedback/" + name, text)).Rejected.ShouldBe(1);

        (await host.QuarantineAsync("feedback/" + name)).ShouldContain($"\"{original.Replace("\"", "\"\"", StringComparison.Ordinal)}\",");
    }

    [Theory]
    [InlineData("C1,2025-03-07,急，请打,13812345678")]
    [InlineData("C1,2025-02-30,急，请打,13812345678")]
    public async Task Ingest_CommentThatSpillsIntoTheNextColumn_LeavesNoNumberInQuarantine(string row)
    {
        await using var host = new IngestHost(azurite);

        (await host.IngestAsync("feedback/x.csv", $"community,date,comment,efficiency\n{row}\n")).Rejected.ShouldBe(1);

        (await host.QuarantineAsync("feedback/x.csv")).ShouldContain("急，请打,[phone]");
    }

    [Theory]
    [InlineData("效率", "6", "efficiency: not a score of 1 to 5")]
    [InlineData("效率", "3.5", "efficiency: not a score of 1 to 5")]
    [InlineData("投诉", "perhaps", "complaint: neither yes nor no")]
    [InlineData("来源", "邻居", "source: not one of resident, staff or third_party")]
    public async Task Ingest_BadAnswer_IsRejectedWithItsColumn(string column, string value, string reason)
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("feedback/x.csv", $"社区,日期,主题,{column}\nC1,2025-03-07,排队,{value}\n");

        (account.Status, account.Rejected).ShouldBe((UploadStatus.Ingested, 1));
        account.Reasons.ByText().Keys.ShouldBe([reason]);
    }
}
