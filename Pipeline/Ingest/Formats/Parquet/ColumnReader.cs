using System.Buffers.Binary;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Parquet;

/// <summary>The values of a column, one row at a time; of the column no more than a page and the dictionary is held.</summary>
internal sealed class ColumnReader(ParquetField field, Stream stored, ParquetBudget budget)
{
    private const int MostCachedTexts = 1 << 16;

    private readonly PageReader _pages = new(field, stored, budget);
    private readonly ValuePrinter _printer = new(field);
    private readonly RunLengthReader _levels = new();
    private ParquetDictionary? _dictionary;
    private string?[] _texts = [];
    private ParquetValues? _values;
    private (byte[] Bytes, int Start, int Length) _body;
    private bool _hasLevels;
    private long _leftInChunk;
    private int _leftInPage;
    private int _group;
    private string? _text;
    private bool _isMissing = true;

    /// <summary>The name of the column.</summary>
    public string Name { get; } = field.Name;

    /// <summary>Whether a page must be loaded before <see cref="Read"/>.</summary>
    public bool NeedsPage => _leftInPage == 0;

    public ReadOnlySpan<char> Text => _isMissing ? default : _text ?? _printer.Text;

    /// <summary>Why the current row has no value that can be read, or null.</summary>
    public Message? Fault => _isMissing || _text is not null ? null : _printer.Fault;

    /// <param name="group">Number of the row group, from 1.</param>
    public void Open(ParquetChunk chunk, int group, int readAhead)
    {
        _pages.Open(chunk, group, readAhead);
        if (_dictionary is not null) budget.Hold(-_dictionary.Bytes.Length - _dictionary.IndexBytes);
        (_dictionary, _texts) = (null, []);
        (_leftInChunk, _leftInPage, _group) = (chunk.Values, 0, group);
    }

    /// <summary>Loads the next page that has values.</summary>
    public async ValueTask LoadAsync(CancellationToken cancellationToken)
    {
        while (_leftInPage == 0)
        {
            await _pages.ReadAsync(cancellationToken);
            switch (_pages.Header.Kind)
            {
                case PageKind.Index: break;
                case PageKind.Dictionary: TakeDictionary(); break;
                case PageKind.Data or PageKind.DataV2: TakePage(); break;
                default: throw new InvalidDataException();
            }
        }
    }

    /// <summary>Moves to the next row.</summary>
    public void Read()
    {
        _leftInPage--;
        _text = null;
        _isMissing = _hasLevels && _levels.Read() == 0;
        if (_isMissing) return;
        // A page without values need not have bytes for them.
        _values ??= OpenValues();
        _values.Read();
        if (_values is DictionaryValues numbered && numbered.Index < _texts.Length) ReadCached(numbered);
        else _printer.Print(_values);
    }

    private void ReadCached(DictionaryValues value)
    {
        _text = _texts[value.Index];
        if (_text is not null) return;
        _printer.Print(value);
        if (_printer.Fault is null) _texts[value.Index] = _text = _printer.Text.ToString();
    }

    private void TakeDictionary()
    {
        if (_dictionary is not null) throw new InvalidDataException();
        if (_pages.Header.Encoding is not (ParquetEncoding.Plain or ParquetEncoding.PlainDictionary)) throw Unknown(_pages.Header.Encoding);
        var bytes = _pages.Keep();
        _dictionary = ParquetDictionary.Read(field, bytes, bytes.Length, _pages.Header.Values);
        if (!budget.Hold(_dictionary.IndexBytes))
            throw new UnreadableUploadException(ParquetMessages.TooMuchMemory(field.Name, _group, _dictionary.IndexBytes));
        _texts =
            bytes.Length <= MostCachedTexts * sizeof(long) && _dictionary.Count <= MostCachedTexts ? new string?[_dictionary.Count] : [];
    }

    private void TakePage()
    {
        var header = _pages.Header;
        if (header.Values > _leftInChunk) throw new InvalidDataException();
        if (header.Missing > 0 && !field.IsOptional) throw new InvalidDataException();
        (_leftInPage, _leftInChunk) = ((int)header.Values, _leftInChunk - header.Values);
        var (bytes, start, length) = _pages.Page;
        _hasLevels = field.IsOptional;
        var levels = header.Kind == PageKind.DataV2 ? (int)header.LevelBytes : 0;
        if (_hasLevels && header.Kind == PageKind.Data && header.Values > 0)
        {
            if (header.LevelEncoding != ParquetEncoding.RunLength) throw Unknown(header.LevelEncoding);
            if (length < sizeof(int)) throw new InvalidDataException();
            levels = BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(start));
            (start, length) = (start + sizeof(int), length - sizeof(int));
        }

        var repeats = (int)header.RepeatBytes;
        (start, length) = (start + repeats, length - repeats);
        if (levels < 0 || levels > length) throw new InvalidDataException();
        if (_hasLevels) _levels.Open(bytes, start, levels, 1);
        _body = (bytes, start + levels, length - levels);
        _values = null;
    }

    private ParquetValues OpenValues()
    {
        var (bytes, start, length) = _body;
        var isInteger = field.Type is ParquetType.Int32 or ParquetType.Int64;
        var isText = field.Type is ParquetType.ByteArray or ParquetType.Fixed;
        return _pages.Header.Encoding switch
        {
            ParquetEncoding.Plain => new PlainValues(field, bytes, start, length),
            ParquetEncoding.PlainDictionary or ParquetEncoding.RunLengthDictionary when field.Type != ParquetType.Boolean =>
                new DictionaryValues(_dictionary ?? throw new InvalidDataException(), bytes, start, length),
            ParquetEncoding.RunLength when field.Type == ParquetType.Boolean => new RunLengthBooleans(bytes, start, length),
            ParquetEncoding.DeltaBinaryPacked when isInteger => new DeltaIntegers(field, bytes, start, length),
            ParquetEncoding.DeltaLengthByteArray when field.Type == ParquetType.ByteArray =>
                new DeltaTexts(bytes, start, length, hasPrefixes: false, _leftInPage + 1),
            ParquetEncoding.DeltaByteArray when isText => new DeltaTexts(bytes, start, length, hasPrefixes: true, _leftInPage + 1),
            ParquetEncoding.ByteStreamSplit when field.Type is not (ParquetType.Boolean or ParquetType.Int96 or ParquetType.ByteArray) =>
                new SplitValues(field, bytes, start, length),
            var other => throw Unknown(other),
        };
    }

    private UnreadableUploadException Unknown(ParquetEncoding encoding) =>
        new(ParquetMessages.UnknownEncoding(field.Name, Enum.IsDefined(encoding) ? encoding.ToString() : $"encoding {(int)encoding}"));
}
