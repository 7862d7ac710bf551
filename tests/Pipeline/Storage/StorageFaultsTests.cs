using Azure;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Texts;

namespace CommunityDemand.Tests.Pipeline.Storage;

public sealed class StorageFaultsTests
{
    public static TheoryData<Exception, string> Faults => new()
    {
        { new RequestFailedException(412, ""), "storage.rewritten" },
        { new RequestFailedException(401, ""), "storage.refused" },
        { new RequestFailedException(403, ""), "storage.refused" },
        { new RequestFailedException(404, ""), "storage.missing" },
        { new RequestFailedException(503, ""), "storage.answered" },
        { new RequestFailedException(0, ""), "storage.silent" },
        { new AggregateException(new RequestFailedException(403, ""), new IOException()), "storage.refused" },
        { new IOException(), "storage.silent" },
        { new OperationCanceledException(), "storage.silent" },
        { new InvalidOperationException(), "storage.unforeseen" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Explain_Failure_IsItsMessage(Exception failure, string code) => StorageFaults.Explain(failure).Code.ShouldBe(code);

    [Fact]
    public void IngestFailed_OfAnUpload_IsToldInBothLanguages()
    {
        var failed = new IngestFailedException("usage/a.csv", new RequestFailedException(503, "The server is busy."));

        failed.Message.ShouldBe("'usage/a.csv' was not ingested. Storage answered with status 503. The next sweep tries again.");
        MessageTexts.Chinese.Render(failed.Reason).ShouldBe("“usage/a.csv”未被接收。存储返回状态 503。下次扫描时会重试。");
    }
}
