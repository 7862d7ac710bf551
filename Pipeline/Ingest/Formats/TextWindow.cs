namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>
/// The part of a text that is being looked at: it grows at its end as more is read, and moves on as what it begins with is done with.
/// </summary>
internal sealed class TextWindow(TextReader text) : IDisposable
{
    private char[] _buffer = new char[1 << 16];
    private int _start;
    private int _end;

    public ReadOnlySpan<char> Span => _buffer.AsSpan(_start, _end - _start);

    public ReadOnlyMemory<char> Memory => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Whether the text has no more than the window shows.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Drops so many characters at the beginning.</summary>
    public void Advance(int count) => _start += count;

    /// <summary>Drops all but so many characters at the beginning.</summary>
    public void CutTo(int length) => _end = _start + length;

    /// <summary>Drops all but the beginning of a record that is longer than a row may be, so that the rest can be read past.</summary>
    /// <param name="isOverlong">Whether the record was cut before.</param>
    /// <returns>Whether the record is cut.</returns>
    public bool CutOverlong(bool isOverlong)
    {
        if (!isOverlong && Span.Length < ReadLimits.RowCharacters) return false;
        CutTo(ReadLimits.KeptOfOverlong);
        return true;
    }

    /// <summary>Reads on. Spans taken before are no longer those of the window.</summary>
    public async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var read = await text.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        HasEnded = read == 0;
    }

    public void Dispose() => text.Dispose();
}
