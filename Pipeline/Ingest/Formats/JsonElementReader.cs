namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Elements of a JSON list, split by their brackets alone: what is inside them is not looked at.</summary>
internal sealed class JsonElementReader(TextReader text) : IRecordReader
{
    private readonly TextWindow _window = new(text);
    private int _next;
    private int _length;
    private long _nextLine = 1;
    private bool _isOpen;

    public long Line { get; private set; } = 1;

    public bool IsOverlong { get; private set; }

    public ReadOnlyMemory<char> Current => _window.Memory[.._length];

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        _window.Advance(_next);
        (_next, _length, IsOverlong) = (0, 0, false);
        if (!await SkipToElementAsync(cancellationToken)) return false;
        Line = _nextLine;
        var brackets = new Brackets();
        var scanned = 0;
        while (true)
        {
            var part = _window.Span[scanned..];
            var end = brackets.EndIn(part);
            _nextLine += part[..(end < 0 ? part.Length : end)].Count('\n');
            if (end >= 0 || _window.HasEnded)
            {
                _next = end < 0 ? _window.Span.Length : scanned + end;
                _length = IsOverlong ? ReadLimits.KeptOfOverlong : _next;
                return true;
            }

            IsOverlong = _window.CutOverlong(IsOverlong);
            scanned = _window.Span.Length;
            await _window.FillAsync(cancellationToken);
        }
    }

    public void Dispose() => _window.Dispose();

    // Moves past commas, white space and the bracket that opens the list; false at the one that closes it.
    private async ValueTask<bool> SkipToElementAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var skipped = 0;
            foreach (var c in _window.Span)
            {
                if (c == '\n') _nextLine++;
                if (c == '[' && !_isOpen) _isOpen = true;
                else if (c == ']') return false;
                else if (c is not (',' or '\uFEFF') && !char.IsWhiteSpace(c)) break;
                skipped++;
            }

            _window.Advance(skipped);
            if (!_window.Span.IsEmpty) return true;
            if (_window.HasEnded) return false;
            await _window.FillAsync(cancellationToken);
        }
    }

    /// <summary>Follows brackets and quotes through a text that comes in parts.</summary>
    private struct Brackets
    {
        private int _depth;
        private bool _isText;
        private bool _isEscaped;

        /// <summary>Where the element ends in the next part; -1 where it goes on.</summary>
        public int EndIn(ReadOnlySpan<char> part)
        {
            for (var i = 0; i < part.Length; i++)
            {
                var c = part[i];
                if (_isEscaped)
                {
                    _isEscaped = false;
                }
                else if (_isText)
                {
                    _isEscaped = c == '\\';
                    _isText = c != '"';
                }
                else if (c == '"')
                {
                    _isText = true;
                }
                else if (c is '{' or '[')
                {
                    _depth++;
                }
                else if (_depth == 0 && (c is ',' or ']' or '}'))
                {
                    return i;
                }
                else if ((c is '}' or ']') && --_depth == 0)
                {
                    return i + 1;
                }
            }

            return -1;
        }
    }
}
