using System.IO.Compression;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>A decompressing stream that stops at a bomb: far more bytes out than any real table packs into the bytes in.</summary>
internal sealed class InflatedStream(Stream inflating, long storedBytes, IDisposable? archive = null) : ForwardStream
{
    private long _inflated;

    public static InflatedStream Gzip(Stream stored) => new(new GZipStream(stored, CompressionMode.Decompress), stored.Length);

    public override int Read(byte[] buffer, int offset, int count) => Check(inflating.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Check(await inflating.ReadAsync(buffer, cancellationToken));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inflating.Dispose();
            archive?.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Check(int read)
    {
        _inflated += read;
        if (_inflated > ReadLimits.HarmlessInflatedBytes && _inflated / ReadLimits.InflationRatio > storedBytes)
        {
            throw new UnreadableUploadException(FileMessages.Bomb());
        }

        return read;
    }
}
