using System.Buffers.Binary;
using Azure.Data.Tables;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>The same id with another content: nobody knows which of the two is meant, so the first counts and the second is told.</summary>
[UsesAzurite]
public sealed class IdConflictTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits,event_id\n";
    private const string BranchA = Header + "A,library,2026-03-01,1,1\nA,library,2026-03-01,2,2\nA,library,2026-03-01,3,3\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_SerialsOfTwoBranches_RejectsTheSecondsWithThePlaceOfTheFirsts()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", BranchA);

        var second = await host.IngestAsync(
            "usage/b.csv", Header + "B,library,2026-03-01,10,1\nB,library,2026-03-01,20,2\nB,library,2026-03-01,30,3\n");

        (second.Kept, second.Rejected, second.Duplicates).ShouldBe((0, 3, 0));
        second.Reasons.ByText().ShouldHaveSingleItem().ShouldBe(
            new("event_id: conflict: another row has the same id and other content", 3));
        (await host.QuarantineAsync("usage/b.csv")).ShouldContain(
            "\"usage/b.csv\",2,\"event_id\",\"conflict: a row of 'usage/a.csv' has the same id and other content, and came first\"");
        (await host.UsageAsync()).ShouldBe(["A|library|2026-03-01||6|0|0|0|0"]);
    }

    [Fact]
    public async Task Ingest_ConflictInOneFile_NamesTheLineOfTheRowThatCounts()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            "usage/a.csv",
            Header + "A,library,2026-03-01,1,e1\nA,library,2026-03-01,1,e2\nA,library,2026-03-01,5,e2\n"
            + "A,library,2026-03-01,1,e1\nA,library,2026-03-02,1,e1\n");

        (account.Read, account.Kept, account.Rejected, account.Duplicates).ShouldBe((5, 2, 2, 1));
        var quarantine = await host.QuarantineAsync("usage/a.csv");
        quarantine.ShouldContain("\"usage/a.csv\",4,\"event_id\",\"conflict: the row of line 3 has the same id");
        quarantine.ShouldContain("\"usage/a.csv\",6,\"event_id\",\"conflict: the row of line 2 has the same id");
    }

    [Theory]
    [InlineData("A,library,2026-03-01,1,1", "A,library,2026/3/1,1.0,1")]
    [InlineData("A,library,2026-03-01,1,1", "A,library,2026-03-01,,1")]
    public async Task Ingest_SameRowSaidOtherwise_IsADuplicate(string first, string second)
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", Header + first + "\n");

        var account = await host.IngestAsync("usage/b.csv", Header + second + "\n");

        (account.Kept, account.Rejected, account.Duplicates).ShouldBe((0, 0, 1));
    }

    [Fact]
    public async Task Ingest_RowsWithoutAnId_AreNoConflict()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            "usage/a.csv", Header + "A,library,2026-03-01,1,\nA,clinic,2026-03-01,2, \nA,library,2026-03-02,3,\"\"\n");

        account.Kept.ShouldBe(3);
    }

    [Fact]
    public async Task Sweep_WhenTheFirstRowGoes_CountsTheOther()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", BranchA);
        await host.IngestAsync("usage/b.csv", Header + "B,library,2026-03-01,10,1\n");

        await host.IngestAsync("usage/a.csv", Header);

        (await host.SweepAsync()).ShouldHaveSingleItem().Kept.ShouldBe(1);
        (await host.UsageAsync()).ShouldBe(["B|library|2026-03-01||10|0|0|0|0"]);
        (await host.SweepAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ingest_ManyFilesWithConflicts_KeepsContentsThroughMerges()
    {
        await using var host = new IngestHost(azurite);
        for (var file = 0; file < 10; file++)
            await host.IngestAsync($"usage/{file}.csv", Header + $"A,library,2026-03-01,{file + 1},e{file}\n");

        var conflicts = await host.IngestAsync(
            "usage/other.csv", Header + string.Concat(Enumerable.Range(0, 10).Select(id => $"A,library,2026-03-01,99,e{id}\n")));
        var repeated = await host.IngestAsync(
            "usage/again.csv", Header + string.Concat(Enumerable.Range(0, 10).Select(id => $"A,library,2026-03-01,{id + 1},e{id}\n")));

        (conflicts.Rejected, conflicts.Duplicates).ShouldBe((10, 0));
        (repeated.Rejected, repeated.Duplicates).ShouldBe((0, 10));
    }

    [Fact]
    public async Task Ingest_SegmentOfAnEarlierVersion_MakesDuplicatesOfItsIds()
    {
        await using var host = new IngestHost(azurite);
        await host.IngestAsync("usage/a.csv", BranchA);
        await ForgetContentsAsync(host);

        var second = await host.IngestAsync("usage/b.csv", Header + "B,library,2026-03-01,10,1\nB,library,2026-03-01,7,e9\n");
        (second.Kept, second.Rejected, second.Duplicates).ShouldBe((1, 0, 1));

        // Merged with segments of today, what is unknown stays unknown and what is known stays known.
        for (var file = 0; file < 8; file++)
            await host.IngestAsync($"usage/{file}.csv", Header + $"A,library,2026-03-01,{file + 1},f{file}\n");
        var third = await host.IngestAsync("usage/c.csv", Header + "C,library,2026-03-01,5,2\nC,library,2026-03-01,5,f1\n");
        (third.Kept, third.Rejected, third.Duplicates).ShouldBe((0, 1, 1));
    }

    // As versions wrote segments that stored no content.
    private static async Task ForgetContentsAsync(IngestHost host)
    {
        var ledger = new TableClient(host.Connection, StorageNames.LedgerTable);
        var facts = host.Blobs.GetBlobContainerClient(StorageNames.FactsContainer);
        await foreach (
            var row in ledger.QueryAsync<SegmentRow>($"RowKey ge '{SegmentRow.Prefix}' and RowKey lt 'idt'", cancellationToken: Cancel))
        {
            var blob = facts.GetBlobClient(row.Name);
            var old = (await blob.DownloadContentAsync(Cancel)).Value.Content.ToArray();
            using var bytes = new MemoryStream();
            for (var record = 0; record < row.Count; record++)
                bytes.Write(old.AsSpan(record * IdSegment.RecordBytes, IdSegment.RecordBytesWithoutContent));
            bytes.Write(old.AsSpan((int)row.Count * IdSegment.RecordBytes));
            await blob.UploadAsync(BinaryData.FromBytes(bytes.ToArray()), overwrite: true, Cancel);
            row.RecordBytes = null;
            await ledger.UpdateEntityAsync(row, Azure.ETag.All, TableUpdateMode.Replace, Cancel);
            BinaryPrimitives.ReadUInt64BigEndian(bytes.ToArray().AsSpan(16)).ShouldNotBe(0UL);
        }
    }
}
