using System.Text.RegularExpressions;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>
/// The rows of a file as a mapping lays them out: columns made of names, headers and parts of dates stand before those of the file; wide
/// rows come once for each of their columns. The rows of the file belong to whoever opened them.
/// </summary>
internal sealed class MappedRows : RowSource
{
    private readonly RowSource _rows;
    private readonly Mapping _mapping;
    private readonly WideColumns? _wide;
    private readonly FilledColumns _filled;
    private readonly PartedDate[] _dates;
    private readonly string[] _fromFile;
    private readonly IReadOnlyList<string> _sheetGroups;
    private readonly Message _otherSheet;
    private readonly string[] _made;
    private readonly string[] _names;
    private string[] _header = [];
    private int _boundHeader = -1;
    private string? _sheet;

    private MappedRows(RowSource rows, Mapping mapping, UploadFile file)
    {
        (_rows, _mapping, _otherSheet) = (rows, mapping, MappingMessages.SheetNameDiffers(mapping.Source));
        var shape = mapping.Shape;
        _wide = shape.Unpivot is { } unpivot ? new WideColumns(unpivot) : null;
        _dates =
        [
            .. mapping.Columns.Values.Where(column => column.Parts is not null)
                .Select(column => new PartedDate(column.Parts!, column.IsMinguo)).DistinctBy(date => date.Name),
        ];
        _filled = new FilledColumns(shape.FillDown.Count);
        _fromFile = FromFile(file);
        _sheetGroups = TableShape.NamesOf(shape.SheetName);
        _names =
        [
            .. TableShape.NamesOf(shape.FileName), .. _sheetGroups, .. TableShape.NamesOf(shape.Unpivot?.Columns),
            .. shape.Unpivot is { Value: var value } ? [value] : Array.Empty<string>(), .. _dates.Select(date => date.Name),
        ];
        _made = [.. _names.Select(_ => "")];
        _fromFile.CopyTo(_made, 0);
        Bind();
    }

    public override IReadOnlyList<string> Header => _header;

    public override bool HeaderGrows => _rows.HeaderGrows;

    public override bool HasTypedNumbers => _rows.HasTypedNumbers;

    public override NumberStyle TypicalNumbers => _rows.TypicalNumbers;

    public override bool HasHeader => _rows.HasHeader;

    public override int Width => _names.Length + _rows.Width;

    public override IReadOnlyList<Message> Assumptions => [.. _rows.Assumptions, .. Told()];

    public override string? Sheet => _rows.Sheet;

    public override string? SheetName => _rows.SheetName;

    public override string Original => _rows.Original;

    public override ReadOnlySpan<char> this[int column]
    {
        get
        {
            if (column == ValueColumn && Fault is null) return _rows[_wide!.Place];
            if (column < _names.Length) return _made[column];
            return _filled.Of(column - _names.Length) is { } above ? above : _rows[column - _names.Length];
        }
    }

    private int ValueColumn => _wide is null ? -1 : _names.Length - _dates.Length - 1;

    /// <summary>The rows as a mapping lays them out; the source itself where the mapping leaves the layout.</summary>
    /// <exception cref="UnreadableUploadException">The file has not what the mapping needs.</exception>
    public static RowSource Of(RowSource rows, Mapping? mapping, UploadFile file)
    {
        if (mapping is null) return rows;
        return mapping.Shape.IsPlain && mapping.Columns.Values.All(column => column.Parts is null)
            ? rows
            : new MappedRows(rows, mapping, file);
    }

    public override async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        while (_wide is null || Fault is not null || !_wide.MoveNext(_rows))
        {
            if (!await _rows.ReadAsync(cancellationToken)) return false;
            Enter();
            if (_wide is null || Fault is not null) break;
            _wide.Restart();
        }

        if (Fault is null) Make();
        return true;
    }

    public override Message? FaultOf(int column)
    {
        if (column == ValueColumn && Fault is null) return _rows.FaultOf(_wide!.Place);
        return column < _names.Length || _filled.Of(column - _names.Length) is not null ? null : _rows.FaultOf(column - _names.Length);
    }

    public override void Select(IReadOnlySet<int> columns) => _rows.Select(
        columns.Concat(_dates.SelectMany(date => date.Places)).Select(place => place - _names.Length)
            .Concat(_filled.Places).Concat(_wide?.Places ?? []).Where(place => place >= 0).ToHashSet());

    public override string? Rewrite(int column, Func<string, string> rewrite) =>
        column < _names.Length ? null : _rows.Rewrite(column - _names.Length, rewrite);

    private string[] FromFile(UploadFile file)
    {
        if (_mapping.Shape.FileName is not { } pattern) return [];
        var match = pattern.Match(file.Name);
        return match.Success
            ? Values(match, TableShape.NamesOf(pattern))
            : throw new UnreadableUploadException(MappingMessages.FileNameDiffers(_mapping.Source, "$.fileName", file.Name));
    }

    private static string[] Values(Match match, IReadOnlyList<string> groups) => [.. groups.Select(group => match.Groups[group].Value)];

    // Takes over a row of the file.
    private void Enter()
    {
        (Line, Fault) = (_rows.Line, _rows.Fault);
        if (_rows.Header.Count != _boundHeader) Bind();
        if (_rows.SheetName != _sheet) EnterSheet();
        if (Fault is not null) return;
        if (_sheetGroups.Count > 0)
        {
            var match = _mapping.Shape.SheetName!.Match(_sheet ?? "");
            if (match.Success) Values(match, _sheetGroups).CopyTo(_made, _fromFile.Length);
            else Fault = _otherSheet;
        }

        if (Fault is null) _filled.Take(_rows);
    }

    private void EnterSheet()
    {
        _sheet = _rows.SheetName;
        _filled.Forget();
    }

    private void Make()
    {
        for (var i = 0; i < (_wide?.Groups.Count ?? 0); i++) _made[_fromFile.Length + _sheetGroups.Count + i] = _wide!.Groups[i];
        for (var i = 0; i < _dates.Length; i++) _made[_names.Length - _dates.Length + i] = _dates[i].Of(this);
    }

    private void Bind()
    {
        _boundHeader = _rows.Header.Count;
        _header = [.. _names, .. _rows.Header];
        foreach (var date in _dates) date.Bind(_header, _mapping, HeaderGrows);
        _filled.Places =
        [
            .. _mapping.Shape.FillDown.Select((name, i) =>
                HeaderBinding.Find(_rows.Header, name, _mapping, $"$.fillDown[{i}]", HeaderGrows)),
        ];
        _filled.Rules =
        [
            .. _filled.Places.Select(place =>
                _mapping.Rules.Where(rule => ForeignHeader.Find(_rows.Header, rule.Column).Contains(place)).ToArray()),
        ];
        _wide?.Bind(_rows.Header);
        if (_wide is { Count: 0 } && !HeaderGrows)
        {
            throw new UnreadableUploadException(
                MappingMessages.NoColumnMatches(_mapping.Source, "$.unpivot.columns", HeaderBinding.Shown(_rows.Header)));
        }
    }

    private IEnumerable<Message> Told()
    {
        if (_wide is not null) yield return MappingMessages.Unpivoted(_wide.Count);
        if (_wide is { Empty: > 0 and var empty }) yield return MappingMessages.EmptyCells(empty);
        if (_filled.Count > 0) yield return MappingMessages.Filled(_mapping.Shape.FillDown, _filled.Count);
    }
}
