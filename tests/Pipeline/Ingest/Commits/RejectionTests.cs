using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Rows;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Commits;

public sealed class RejectionTests
{
    [Fact]
    public void Of_OneSentence_IsThatOne() => Rejection.Of([FileMessages.Empty()]).ShouldBe(FileMessages.Empty());

    [Fact]
    public void Of_SeveralSentences_ReadsOneAfterTheOther() =>
        Rejection.Of([FileMessages.Empty(), UploadMessages.FormerFactsCount()]).Text().ShouldBe(
            "The file is empty. The facts of the version before still count.");

    [Fact]
    public void Bounded_LongTexts_AreCutWhereverTheyStand()
    {
        // The limit falls between the two halves of a character.
        var endless = "x" + string.Concat(Enumerable.Repeat("😀", 50_000));

        var bounded = Rejection.Bounded(
            [HeaderMessages.Lacks(HeaderMessages.Column(endless), endless, "usage", [HeaderMessages.Column(endless)]),
                FileMessages.Empty()]);

        var stored = MessageJson.Write(bounded);
        stored.Length.ShouldBeLessThan(9_000);
        MessageJson.Read(stored).Text().ShouldEndWith("The file is empty.");
        bounded.Text().ShouldEndWith("The file is empty.");
    }
}
