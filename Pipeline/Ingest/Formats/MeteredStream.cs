namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// A stored blob being read: tells how many bytes came, and keeps a failure of storage apart from damage in the data, whatever a
/// parser in between makes of the exception.
/// </summary>
internal sealed class MeteredStream(Stream inner, Action<int> onRead) : ForwardStream
{
    /// <summary>The failure of storage that ended reading, or null.</summary>
    public Exception? Failure { get; private set; }

    public override bool CanSeek => inner.CanSeek;

    public override long Length => inner.Length;

    public override long Position { get => inner.Position; set => inner.Position = value; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            return Count(inner.Read(buffer, offset, count));
        }
        catch (Exception failure)
        {
            Failure = failure;
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await inner.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception failure)
        {
            Failure = failure;
            throw;
        }
    }

    public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int read)
    {
        if (read > 0) onRead(read);
        return read;
    }
}
