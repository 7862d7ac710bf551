namespace CommunityDemand.Pipeline.Ingest;

/// <summary>
/// Counts what is read against what there is to read. Each file is read twice, so that a byte read counts half; a third reading, when
/// rows turn out to be duplicates, does not count.
/// </summary>
internal sealed class IngestMeter(IProgress<IngestProgress>? progress, long total)
{
    private const int Passes = 2;

    private string _blob = "";
    private long _before;
    private long _size;
    private long _read;

    public void Begin(Delivery delivery)
    {
        _before += _size;
        _size = delivery.Bytes;
        _read = 0;
        _blob = delivery.File.Path;
        Report();
    }

    public void Read(int bytes)
    {
        _read += bytes;
        Report();
    }

    public void End()
    {
        _read = _size * Passes;
        Report();
    }

    private void Report() => progress?.Report(new IngestProgress(_blob, _before + Math.Min(_size, _read / Passes), total));
}
