using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Rows;

public sealed class TallyTests
{
    [Fact]
    public void Reasons_OfEqualMessages_AreOne()
    {
        var tally = new Tally();
        tally.Keep();
        tally.Reject("note", ValueMessages.TooLong(20));
        tally.Reject("note", ValueMessages.TooLong(20));
        tally.Reject("name", ValueMessages.TooLong(20));
        tally.Duplicate(AccountMessages.CountsAlready);

        (tally.Read, tally.Kept, tally.Rejected, tally.Duplicates).ShouldBe((5, 1, 3, 1));
        tally.Reasons.ByText().ShouldBe(
            new Dictionary<string, long>
            {
                ["counts already"] = 1,
                ["name: longer than 20 characters"] = 1,
                ["note: longer than 20 characters"] = 2
            },
            ignoreOrder: true);
    }

    [Fact]
    public void Reasons_PastAHundred_AreOthers()
    {
        var tally = new Tally();
        for (var i = 0; i < 250; i++) tally.Duplicate(TextMessages.Plain($"reason {i}"));

        tally.Reasons.Count.ShouldBe(101);
        tally.Reasons.Sum(reason => reason.Rows).ShouldBe(250);
        tally.Reasons.Single(reason => reason.Message == AccountMessages.OtherReasons).Rows.ShouldBe(150);
    }

    [Fact]
    public void Reject_OfAKnownReason_AllocatesNothing()
    {
        var tally = new Tally();
        tally.Reject("visits", ValueMessages.NotANumber);
        var before = GC.GetAllocatedBytesForCurrentThread();

        for (var i = 0; i < 10_000; i++) tally.Reject("visits", ValueMessages.NotANumber);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }
}
