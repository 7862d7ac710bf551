using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Ingest.Formats.Parquet;

namespace CommunityDemand.Pipeline.Ingest.Formats;

/// <summary>Rows of a Parquet file, of which a page of each column that is asked for is held.</summary>
internal sealed class ParquetRows : CellRows
{
    private const int LeastReadAhead = 1 << 16;
    private const int MostReadAhead = 4 << 20;

    private readonly MeteredStream _stored;
    private readonly ParquetFooter _footer;
    private readonly ParquetBudget _budget;
    private readonly IReadOnlyList<ParquetField> _fields;
    private readonly string[] _header;
    private readonly ColumnReader?[] _columns;
    private int[] _selected;
    private int _group;
    private long _left;

    private ParquetRows(MeteredStream stored, ParquetFooter footer)
        : base(stored)
    {
        _stored = stored;
        _footer = footer;
        _budget = new ParquetBudget(stored.Length);
        _fields = footer.Schema.Fields;
        _header = [.. _fields.Select(field => field.Name)];
        _columns = new ColumnReader?[_fields.Count];
        _selected = [.. Enumerable.Range(0, _fields.Count).Where(column => _fields[column].Unreadable is null)];
    }

    /// <summary>The columns of the file's top level, those that can't be read among them.</summary>
    public override IReadOnlyList<string> Header => _header;

    public override ReadOnlySpan<char> this[int column] => _columns[column] is { } values ? values.Text : default;

    /// <summary>Opens a Parquet file; the reader owns the stream, which must be seekable.</summary>
    /// <exception cref="UnreadableUploadException">It is damaged, asks for too much, or has no column that can be read.</exception>
    public static async ValueTask<ParquetRows> OpenAsync(MeteredStream stored, CancellationToken cancellationToken)
    {
        var footer = await ParquetFooter.ReadAsync(stored, cancellationToken);
        var first = footer.Schema.Fields.Count == 0 ? null : footer.Schema.Fields[0];
        if (first is not null && footer.Schema.Fields.All(field => field.Unreadable is not null))
        {
            throw new UnreadableUploadException(ParquetMessages.UnreadableColumn(first.Name, first.Unreadable!));
        }

        return new ParquetRows(stored, footer);
    }

    /// <summary>Columns that can't be read, whatever their rows have, are passed over unless they are asked for.</summary>
    public override IReadOnlyList<Message> Assumptions =>
    [
        .. _fields.Where(one => one.Unreadable is not null).GroupBy(one => one.Unreadable!, one => one.Name)
            .Select(columns => ParquetMessages.PassedOver(columns, columns.Key)),
    ];

    /// <summary>Why a column can't be read, whatever its rows have; null where it can.</summary>
    public Message? Unreadable(int column) => _fields[column].Unreadable;

    public override Message? FaultOf(int column) => _columns[column]?.Fault;

    /// <exception cref="UnreadableUploadException">A column that is asked for can't be read.</exception>
    public override void Select(IReadOnlySet<int> columns)
    {
        foreach (var column in columns)
        {
            if (_fields[column].Unreadable is { } why)
                throw new UnreadableUploadException(ParquetMessages.UnreadableColumn(_header[column], why));
        }

        _selected = [.. columns];
    }

    public override async ValueTask DisposeAsync()
    {
        await _stored.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            while (_left == 0)
            {
                if (_group == _footer.Groups.Count) return false;
                OpenGroup();
            }

            _left--;
            Line++;
            if (await ReadCellsAsync(cancellationToken)) return true;
        }
    }

    // False where all cells are blank.
    private async ValueTask<bool> ReadCellsAsync(CancellationToken cancellationToken)
    {
        var hasText = false;
        foreach (var place in _selected)
        {
            var column = _columns[place]!;
            try
            {
                if (column.NeedsPage) await column.LoadAsync(cancellationToken);
                column.Read();
            }
            catch (Exception damaged) when (IsDamage(damaged, _stored))
            {
                throw new UnreadableUploadException(ParquetMessages.Damaged(column.Name, _group), damaged);
            }

            hasText |= column.Fault is not null || !column.Text.IsWhiteSpace();
        }

        return hasText;
    }

    private void OpenGroup()
    {
        var group = _footer.Groups[_group++];
        var chunks = group.ReadChunks(_footer.Bytes, _footer.Schema.Leaves);
        var readAhead = Math.Clamp(ParquetLimits.ReadAheadBytes / Math.Max(1, _selected.Length), LeastReadAhead, MostReadAhead);
        foreach (var place in _selected)
        {
            _columns[place] ??= new ColumnReader(_fields[place], _stored, _budget);
            _columns[place]!.Open(chunks[_fields[place].Leaf], _group, readAhead);
        }

        _left = group.Rows;
    }
}
