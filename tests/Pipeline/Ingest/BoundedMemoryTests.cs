using System.Globalization;
using System.IO.Compression;
using System.Text;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

/// <summary>What other tests hold at the same time would count too.</summary>
[CollectionDefinition(nameof(BoundedMemoryTests), DisableParallelization = true)]
public sealed class RunsAlone;

/// <summary>What is held while reading does not grow with what is read.</summary>
[Collection(nameof(BoundedMemoryTests))]
[Slow]
public sealed class BoundedMemoryTests
{
    private const int Megabyte = 1 << 20;

    [Fact]
    public async Task Read_LongGzippedCsv_HoldsAFewMegabytes()
    {
        var cancel = TestContext.Current.CancellationToken;
        var packed = Pack(rows: 1_500_000);
        var file = UploadFile.Parse("usage/long.csv.gz");
        var content = await UploadContent.InspectAsync(new MeteredStream(new MemoryStream(packed), static _ => { }), file, cancel);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        var read = 0;
        await using var rows = await RowSources.OpenAsync(new MeteredStream(new MemoryStream(packed), static _ => { }), content, cancel);

        while (await rows.ReadAsync(cancel))
        {
            if (++read % 300_000 == 0) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        read.ShouldBe(1_500_000);
        peak.ShouldBeLessThan(8 * Megabyte);
    }

    [Fact]
    public void Sort_MoreKeysThanFitIntoMemory_GivesThemAllInOrder()
    {
        using var sorter = new RowKeySorter(mostInMemory: 1000);
        var random = new Random(5);
        var expected = new List<RowKey>();
        for (var row = 0; row < 20_500; row++)
        {
            var key = new RowKey(new UInt128((ulong)random.NextInt64(), (ulong)random.Next(3)), row, (ulong)row * 3);
            sorter.Add(key);
            expected.Add(key);
        }

        expected.Sort();
        sorter.Batches().SelectMany(batch => batch.ToArray()).ShouldBe(expected);
        sorter.Batches().Max(batch => batch.Length).ShouldBeLessThan(1000);
    }

    private static byte[] Pack(int rows)
    {
        using var packed = new MemoryStream();
        using (var writer = new StreamWriter(new GZipStream(packed, CompressionLevel.Fastest), Encoding.UTF8))
        {
            writer.Write("community,service,date,visits,event_id\n");
            for (var i = 0; i < rows; i++) writer.Write(
                string.Create(CultureInfo.InvariantCulture, $"C{i % 977},service {i % 31},2025-03-{1 + (i % 28):00},{i % 7},e{i}\n"));
        }

        return packed.ToArray();
    }
}
