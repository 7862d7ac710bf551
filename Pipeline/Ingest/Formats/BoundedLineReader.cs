namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Lines of a text, of which the beginning alone is kept where they are too long.</summary>
internal sealed class BoundedLineReader(TextReader text) : IDisposable
{
    private const int KeptOfOverlong = 4096;

    private char[] _buffer = new char[1 << 16];
    private int _next;
    private int _end;
    private int _start;
    private int _length;
    private bool _ended;

    /// <summary>Physical number of the current line, from 1.</summary>
    public long Line { get; private set; }

    public bool IsOverlong { get; private set; }

    public ReadOnlyMemory<char> Current => _buffer.AsMemory(_start, _length);

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _start = _next;
        IsOverlong = false;
        Line++;
        var scanned = 0;
        while (true)
        {
            var lineEnd = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf('\n');
            if (lineEnd >= 0 || _ended)
            {
                var end = lineEnd >= 0 ? _start + scanned + lineEnd : _end;
                _next = lineEnd >= 0 ? end + 1 : end;
                _length = IsOverlong ? KeptOfOverlong : end - _start;
                if (_length > 0 && _buffer[_start + _length - 1] == '\r') _length--;
                return lineEnd >= 0 || end > _start;
            }

            scanned = _end - _start;
            if (scanned >= ReadLimits.RowCharacters || IsOverlong)
            {
                IsOverlong = true;
                _end = _start + KeptOfOverlong;
                scanned = KeptOfOverlong;
            }

            await FillAsync(cancellationToken);
        }
    }

    public void Dispose() => text.Dispose();

    private async ValueTask FillAsync(CancellationToken cancellationToken)
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
        _ended = read == 0;
    }
}
