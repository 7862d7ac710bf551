using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ledger;

namespace CommunityDemand.Tests.Pipeline.Ledger;

/// <summary>What is known of a delivery, and what is to be done about it.</summary>
public sealed class DeliveryDecisionTests
{
    private const string Path = "usage/a.csv";
    private const string Other = "usage/b.csv";
    private const string Tag = "tag-now";
    private const string Earlier = "tag-before";
    private const string Old = "content-old";
    private const string New = "content-new";
    private const string Rules = "rules-now";

    private static readonly Delivery Blob = new(UploadFile.Parse(Path), Tag, 100, DateTimeOffset.UnixEpoch);

    private static readonly PathRow Ingested = new()
    {
        Path = Path,
        BlobTag = Earlier,
        Status = UploadStatus.Ingested,
        Content = Old,
        Accepted = Old,
        Owner = "owner",
        UploadId = "reading",
    };

    private static readonly PathRow Duplicate = new()
    {
        Path = Path,
        BlobTag = Earlier,
        Status = UploadStatus.Duplicate,
        Content = Old,
        Accepted = Old,
    };

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["a new path with a new content is accepted"] = new(Of(null, New), new(DeliveryAct.Accept, SupersededFacts.None, false, false)),
        ["a new path with a content that counts elsewhere is a duplicate"] =
            new(Of(null, New, at: Other), new(DeliveryAct.Duplicate, SupersededFacts.None, false, false)),
        ["a new content under a known path replaces the facts"] = new(
            Of(Ingested, New), new(DeliveryAct.Accept, SupersededFacts.Own, false, true)),
        ["a correction by what counts elsewhere replaces the facts and is a duplicate"] =
            new(Of(Ingested, New, at: Other), new(DeliveryAct.Duplicate, SupersededFacts.Own, false, true)),
        ["the content of before is touched"] = new(Of(Ingested, Old, at: Path), new(DeliveryAct.Touch, SupersededFacts.None, false, true)),
        ["the content of before with rejected rows is tried again"] =
            new(Of(Row(Ingested, row => row.Rejected = 1), Old, at: Path), new(DeliveryAct.Accept, SupersededFacts.Own, false, true)),
        ["the same blob with rejected rows is touched"] =
            new(
                Of(Row(Ingested, row => (row.Rejected, row.BlobTag) = (1, Tag)), Old, at: Path),
                new(DeliveryAct.Touch, SupersededFacts.None, false, false)),
        ["rows weighed anew keep their owner"] =
            new(
                Of(Row(Ingested, row => row.BlobTag = Tag), Old, at: Path) with { Again = true },
                new(DeliveryAct.Accept, SupersededFacts.Own, true, false)),
        ["another content weighed anew has a new owner"] =
            new(
                Of(Row(Ingested, row => row.BlobTag = Tag), New) with { Again = true },
                new(DeliveryAct.Accept, SupersededFacts.Own, false, false)),
        ["a second name's content of before is touched"] = new(
            Of(Duplicate, Old, at: Other), new(DeliveryAct.Touch, SupersededFacts.None, false, true)),
        ["a correction of a second name corrects the first"] = new(
            Of(Duplicate, New), new(DeliveryAct.Accept, SupersededFacts.Shared, false, true)),
        ["an unreadable path that has its accepted content back is accepted under it"] =
            new(Of(Row(Ingested, Break), Old, at: Path), new(DeliveryAct.Accept, SupersededFacts.Own, false, true)),
        ["an unreadable path that never counted is accepted"] =
            new(
                Of(Row(Ingested, row => { Break(row); row.Owner = row.Accepted = null; }), New),
                new(DeliveryAct.Accept, SupersededFacts.None, false, true)),
        ["a reading that was committed after all is left"] =
            new(
                Of(Row(Ingested, row => row.BlobTag = Tag), Old, at: Path) with { Reading = "reading" },
                new(DeliveryAct.None, SupersededFacts.None, false, false)),
        ["a reading that someone overtook decides anew"] =
            new(Of(Ingested, New) with { Reading = "another" }, new(DeliveryAct.Accept, SupersededFacts.Own, false, true)),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Decision_OnWhatIsKnown_IsAsTheTableHasIt(string name) =>
        DeliveryDecision.Of(Cases[name].State).ShouldBe(Cases[name].Decision);

    [Theory]
    [InlineData(Tag, UploadStatus.Ingested, "rules-before", true)]
    [InlineData(Tag, UploadStatus.Duplicate, "rules-before", true)]
    [InlineData(Tag, UploadStatus.Rejected, Rules, true)]
    [InlineData(Tag, UploadStatus.Rejected, "rules-before", false)]
    [InlineData(Earlier, UploadStatus.Ingested, Rules, false)]
    public void IsDone_OfAKnownPath_AsksForTheSameBlobAndOfRejectedOnesForTheSameRules(
        string tag, UploadStatus status, string rules, bool done) =>
        DeliveryDecision.IsDone(new PathRow { Path = Path, BlobTag = tag, Status = status, Rules = rules }, Blob, Rules).ShouldBe(done);

    private static DeliveryState Of(PathRow? known, string content, string? at = null) =>
        new(Blob, content, Again: false, Reading: null, known, at is null ? null : new ContentRow { Path = at, Owner = "owner" });

    private static void Break(PathRow row) => (row.Status, row.Content, row.UploadId) = (UploadStatus.Rejected, null, null);

    private static PathRow Row(PathRow like, Action<PathRow> change)
    {
        var row = new PathRow
        {
            Path = like.Path,
            BlobTag = like.BlobTag,
            Status = like.Status,
            Content = like.Content,
            Accepted = like.Accepted,
            Owner = like.Owner,
            UploadId = like.UploadId,
        };
        change(row);
        return row;
    }

    private sealed record Case(DeliveryState State, DeliveryDecision Decision);
}
