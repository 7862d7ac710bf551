namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Lines of a text, of which the beginning alone is kept where they are too long.</summary>
internal sealed class BoundedLineReader(TextReader text) : IRecordReader
{
    private readonly TextWindow _window = new(text);
    private int _next;
    private int _length;

    /// <summary>Physical number of the current line, from 1.</summary>
    public long Line { get; private set; }

    public bool IsOverlong { get; private set; }

    public ReadOnlyMemory<char> Current => _window.Memory[.._length];

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _window.Advance(_next);
        IsOverlong = false;
        Line++;
        var scanned = 0;
        while (true)
        {
            var lineEnd = _window.Span[scanned..].IndexOf('\n');
            if (lineEnd >= 0 || _window.HasEnded)
            {
                var end = lineEnd >= 0 ? scanned + lineEnd : _window.Span.Length;
                _next = lineEnd >= 0 ? end + 1 : end;
                _length = IsOverlong ? ReadLimits.KeptOfOverlong : end;
                if (_length > 0 && _window.Span[_length - 1] == '\r') _length--;
                return lineEnd >= 0 || end > 0;
            }

            IsOverlong = _window.CutOverlong(IsOverlong);
            scanned = _window.Span.Length;
            await _window.FillAsync(cancellationToken);
        }
    }

    public void Dispose() => _window.Dispose();
}
