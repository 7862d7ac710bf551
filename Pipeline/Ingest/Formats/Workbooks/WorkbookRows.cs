using System.Collections;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The rows of a workbook's table as the spreadsheet program shows them, from all sheets that have it.</summary>
internal sealed class WorkbookRows : CellRows
{
    private readonly MeteredStream _stored;
    private readonly IWorkbook _workbook;
    private readonly SheetChoice _choice;
    private readonly string[] _header;
    private readonly BitArray _hiddenColumns;
    private readonly SortedSet<int> _filled = [];
    private readonly SortedSet<int> _beside = [];
    private SheetRows? _sheet;
    private MergedCells _merged = new([]);
    private int[] _places = [];
    private int _next;
    private long _hiddenRows;

    private WorkbookRows(MeteredStream stored, IWorkbook workbook, SheetChoice choice)
        : base(stored)
    {
        (_stored, _workbook, _choice) = (stored, workbook, choice);
        _header = choice.Sheets[0].Header;
        _hiddenColumns = new BitArray(_header.Length);
    }

    public override IReadOnlyList<string> Header => _header;

    public override string? Sheet => _choice.Sheets.Count > 1 && _next > 0 ? _choice.Sheets[_next - 1].Name : null;

    public override string? SheetName => _next > 0 ? _choice.Sheets[_next - 1].Name : null;

    public override IReadOnlyList<Message> Assumptions => [.. _choice.Assumptions, .. Found()];

    public override ReadOnlySpan<char> this[int column] =>
        _sheet is { } sheet && _places[column] is >= 0 and var place ? sheet.Current[place] : default;

    public override Message? FaultOf(int column) =>
        _sheet is { } sheet && _places[column] is >= 0 and var place ? sheet.Current.FaultOf(place) : null;

    /// <summary>Chooses the sheets of a workbook and finds their header; the source owns both arguments.</summary>
    /// <exception cref="UnreadableUploadException">It has no table.</exception>
    public static async ValueTask<WorkbookRows> OpenAsync(
        MeteredStream stored, IWorkbook workbook, ReadingHints? hints, CancellationToken cancellationToken) =>
        new(stored, workbook, await SheetChoice.MakeAsync(workbook, hints, cancellationToken));

    public override async ValueTask DisposeAsync()
    {
        if (_sheet is not null) await _sheet.DisposeAsync();
        await _workbook.DisposeAsync();
        await _stored.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override async ValueTask<bool> ReadRowAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadNextAsync(cancellationToken);
        }
        catch (Exception damaged) when (IsDamage(damaged, _stored))
        {
            throw new UnreadableUploadException(WorkbookMessages.Damaged(), damaged);
        }
    }

    private async ValueTask<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_sheet is null && !await OpenNextAsync(cancellationToken)) return false;
            while (await _sheet!.ReadAsync(cancellationToken))
            {
                if (Take(_sheet.Current)) return true;
            }

            Note();
            await _sheet.DisposeAsync();
            _sheet = null;
        }
    }

    private async ValueTask<bool> OpenNextAsync(CancellationToken cancellationToken)
    {
        if (_next == _choice.Sheets.Count) return false;
        var sample = _choice.Sheets[_next++];
        _places = sample.PlacesOf(_header)!;
        _merged = new MergedCells(sample.Survey.Merged);
        _sheet = await _workbook.OpenAsync(sample.Sheet, cancellationToken);
        return true;
    }

    // A row above the header or without anything in it is none; merged keys alone make no row.
    private bool Take(SheetRow row)
    {
        var sample = _choice.Sheets[_next - 1];
        var isBlank = row.IsBlank;
        if (row.Number > sample.HeaderRow)
            _merged.Apply(row, column => column < sample.Header.Length ? KnownColumns.IsKey(sample.Header[column]) : null);
        if (row.Number <= sample.HeaderRow || isBlank) return false;
        for (var column = 0; column < row.Count; column++)
        {
            if (row[column].Length > 0 && (column >= sample.Header.Length || sample.Header[column].Length == 0)) _beside.Add(column);
        }

        Line = row.Number;
        Fault = row.Fault;
        if (row.IsHidden) _hiddenRows++;
        return true;
    }

    private void Note()
    {
        foreach (var filled in _merged.Filled) _filled.Add(Array.IndexOf(_places, filled));
        for (var column = 0; column < _header.Length; column++)
            _hiddenColumns[column] |= _header[column].Length > 0 && _sheet!.HidesColumn(_places[column]);
    }

    private IEnumerable<Message> Found()
    {
        if (_hiddenRows > 0) yield return SheetMessages.RowsHidden(_hiddenRows);
        if (_hiddenColumns.HasAnySet()) yield return SheetMessages.ColumnsHidden(_header.Where((_, column) => _hiddenColumns[column]));
        if (_filled.Count > 0)
            yield return SheetMessages.FilledDown(_filled.Where(column => column >= 0).Select(column => _header[column]));
        if (_beside.Count > 0) yield return SheetMessages.BesideTheTable(_beside.Select(CellReference.Name));
    }
}
