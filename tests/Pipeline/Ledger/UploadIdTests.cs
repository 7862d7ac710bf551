using CommunityDemand.Pipeline.Ingest.Commits;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Ledger;

public sealed class UploadIdTests
{
    // Two uploads with one id are one to the ledger: the second would take the place of the first, and its facts be lost.
    [Fact]
    [Slow]
    public void New_AMillionAtOneMoment_AreAllDifferent()
    {
        var ids = new HashSet<string>();
        for (var i = 0; i < 1_000_000; i++) ids.Add(UploadId.New()).ShouldBeTrue();
    }

    [Fact]
    public void Read_OfWritten_IsTheSame() =>
        Gen.ULong.Sample(id => UploadId.Read(UploadId.Write(id)) == id && UploadId.Write(id).Length == 16);
}
