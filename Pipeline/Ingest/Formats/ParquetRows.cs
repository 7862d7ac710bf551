using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Rows of a Parquet file, of which the columns that are asked for are held a row group at a time.</summary>
internal sealed class ParquetRows : CellRows
{
    private const long MostGroupBytes = 200L << 20;

    private readonly Stream _stored;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;
    private readonly string[] _header;
    private readonly ParquetColumn?[] _columns;
    private IReadOnlySet<int> _selected;
    private int _nextGroup;
    private int _row = -1;
    private int _rows;

    private ParquetRows(MeteredStream stored, ParquetReader reader)
        : base(stored)
    {
        _stored = stored;
        _reader = reader;
        _fields = [.. reader.Schema.DataFields.Where(ParquetColumn.CanRead)];
        _header = [.. _fields.Select(field => field.Name)];
        _columns = new ParquetColumn?[_fields.Length];
        _selected = Enumerable.Range(0, _fields.Length).ToHashSet();
    }

    public override IReadOnlyList<string> Header => _header;

    public override ReadOnlySpan<char> this[int column] => _columns[column] is { } values ? values[_row] : default;

    /// <summary>Opens a Parquet file; the reader owns the stream, which must be seekable.</summary>
    /// <exception cref="UnreadableUploadException">It has too many columns.</exception>
    public static async ValueTask<ParquetRows> OpenAsync(MeteredStream stored, CancellationToken cancellationToken)
    {
        var reader = await ParquetReader.CreateAsync(stored, leaveStreamOpen: true, cancellationToken: cancellationToken);
        if (reader.Schema.DataFields.Length > ReadLimits.Columns) throw new UnreadableUploadException(FileMessages.TooManyColumns());
        return new ParquetRows(stored, reader);
    }

    public override void Select(IReadOnlySet<int> columns) => _selected = columns;

    public override async ValueTask DisposeAsync()
    {
        await _reader.DisposeAsync();
        await _stored.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        do
        {
            _row++;
            Line++;
            while (_row >= _rows)
            {
                if (_nextGroup == _reader.RowGroupCount) return false;
                await LoadGroupAsync(cancellationToken);
            }
        }
        while (IsBlank());

        return true;
    }

    private bool IsBlank() => _selected.All(column => this[column].IsWhiteSpace());

    private async ValueTask LoadGroupAsync(CancellationToken cancellationToken)
    {
        using var group = _reader.OpenRowGroupReader(_nextGroup++);
        Array.Clear(_columns);
        CheckSize(group);
        foreach (var column in _selected) _columns[column] = await ParquetColumn.LoadAsync(group, _fields[column], cancellationToken);
        _rows = (int)group.RowCount;
        _row = 0;
    }

    private void CheckSize(ParquetRowGroupReader group)
    {
        var bytes = 0L;
        foreach (var column in _selected)
        {
            bytes += group.RowCount * ParquetColumn.BytesPerValue;
            bytes += group.GetMetadata(_fields[column])?.MetaData?.TotalUncompressedSize ?? 0;
        }

        if (group.RowCount >= 0 && bytes is >= 0 and <= MostGroupBytes) return;
        throw new UnreadableUploadException(FileMessages.LargeRowGroup(_nextGroup, bytes >> 20, MostGroupBytes >> 20));
    }
}
