using System.Buffers.Binary;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;

namespace CommunityDemand.Pipeline.Ingest.Keys;

/// <summary>Streams a segment to its blob; records come in order.</summary>
internal sealed class IdSegmentWriter
{
    private const int BufferBytes = 4 << 20;

    private readonly Stream _blob;
    private readonly byte[] _record = new byte[IdSegment.RecordBytes];
    private readonly List<ulong> _firsts = [];

    private IdSegmentWriter(Stream blob) => _blob = blob;

    public long Count { get; private set; }

    public static async Task<IdSegmentWriter> CreateAsync(
        BlobContainerClient container, string name, CancellationToken cancellationToken) => new(
        await container.GetBlockBlobClient(name).OpenWriteAsync(
            overwrite: true, new Azure.Storage.Blobs.Models.BlockBlobOpenWriteOptions { BufferSize = BufferBytes }, cancellationToken));

    public ValueTask AddAsync(UInt128 hash, ulong owner, CancellationToken cancellationToken)
    {
        if (Count++ % IdSegment.BlockRecords == 0) _firsts.Add(IdSegment.Prefix(hash));
        IdSegment.Write(_record, hash, owner);
        return _blob.WriteAsync(_record, cancellationToken);
    }

    /// <summary>Writes the index of blocks and makes the blob appear.</summary>
    public async Task CompleteAsync(CancellationToken cancellationToken)
    {
        var footer = new byte[_firsts.Count * sizeof(ulong)];
        for (var i = 0; i < _firsts.Count; i++) BinaryPrimitives.WriteUInt64BigEndian(footer.AsSpan(i * sizeof(ulong)), _firsts[i]);
        await _blob.WriteAsync(footer, cancellationToken);
        await _blob.DisposeAsync();
    }
}
