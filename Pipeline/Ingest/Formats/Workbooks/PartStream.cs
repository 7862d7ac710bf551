namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// Guards an XML parser, which keeps each tag whole: no tag may be longer than a megabyte, and all parts together may not inflate beyond
/// what the package is allowed.
/// </summary>
internal sealed class PartStream(Stream inflating, InflationBudget budget) : ForwardStream
{
    private const int LongestTag = 1 << 20;

    private bool _inTag;
    private int _tagLength;

    public override int Read(byte[] buffer, int offset, int count) => Check(buffer.AsSpan(offset, inflating.Read(buffer, offset, count)));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inflating.ReadAsync(buffer, cancellationToken);
        return Check(buffer.Span[..read]);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) inflating.Dispose();
        base.Dispose(disposing);
    }

    private int Check(ReadOnlySpan<byte> read)
    {
        budget.Take(read.Length);
        for (var rest = read; !rest.IsEmpty;)
        {
            var end = rest.IndexOf(_inTag ? (byte)'>' : (byte)'<');
            var passed = end < 0 ? rest.Length : end + 1;
            if (_inTag && (_tagLength += passed) > LongestTag) throw new UnreadableUploadException(WorkbookMessages.TagTooLong());
            rest = rest[passed..];
            if (end < 0) break;
            (_inTag, _tagLength) = (!_inTag, 0);
        }

        return read.Length;
    }
}
