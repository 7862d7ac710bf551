using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Mappings;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Turns the rows of a source into cells of a dataset.</summary>
internal sealed class RowParser
{
    private readonly DatasetSchema _schema;
    private readonly Mapping? _mapping;
    private readonly RowSource _rows;
    private readonly ParseContext _context;
    private readonly IReadOnlySet<string>? _services;
    private readonly int _service;
    private BoundColumn[] _columns = [];
    private (int Index, RowRule Rule)[] _rules = [];
    private int _boundHeader = -1;

    /// <param name="services">The closed catalogue of services; null where any service is taken.</param>
    public RowParser(DatasetSchema schema, Mapping? mapping, RowSource rows, ParseContext context, IReadOnlySet<string>? services)
    {
        _schema = schema;
        _mapping = mapping;
        _rows = rows;
        _context = context;
        _services = services;
        _service = schema == ServiceRow.Schema ? -1 : schema.IndexOf("service");
        Cells = new Cell[schema.Columns.Length];
        Bind();
    }

    /// <summary>The cells of the row parsed last.</summary>
    public Cell[] Cells { get; }

    /// <summary>Parses the current row of the source.</summary>
    public RowVerdict Parse()
    {
        if (_rows.Fault is { } fault) return RowVerdict.Rejected("", fault);
        if (_rows.Header.Count != _boundHeader) Bind();
        foreach (var (index, rule) in _rules)
        {
            if (!rule.LeavesOut(index < 0 ? default : _rows[index].Trim())) continue;
            return rule.AsDuplicate ? RowVerdict.Duplicate(rule.Reason) : RowVerdict.Rejected(rule.Column, rule.Reason);
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            var column = _columns[i];
            var place = column.PlaceIn(_rows, out var isTwice);
            if (isTwice) return RowVerdict.Rejected(column.Column.Name, RowMessages.TwoNames);
            var text = place < 0 ? default : _rows[place];
            if (place >= 0 && _rows.FaultOf(place) is { } unreadable) return RowVerdict.Rejected(column.Column.Name, unreadable);
            if (column.Parse(text, _context, out Cells[i]) is { } reason) return RowVerdict.Rejected(column.Column.Name, reason);
        }

        if (_schema.Check(Cells) is { } failed) return RowVerdict.Rejected(failed.Column, failed.Reason);
        if (_services is not null && UnknownService()) return RowVerdict.Rejected("service", AccountMessages.NotInCatalogue);
        return RowVerdict.Good;
    }

    /// <summary>
    /// The current row for quarantine: as the file has it, except that personal numbers are taken out of its comment (out of all of it
    /// where the comment can't be told from the rest).
    /// </summary>
    public string Original()
    {
        var comment = Array.FindIndex(_columns, c => c.Column is TextColumn { IsComment: true });
        if (comment < 0) return _rows.Original;
        var place = _columns[comment].Index;
        if (place < 0 && _rows.Fault is null) return _rows.Original;
        var isSound = place >= 0 && _rows.Fault is null && !SpillsOver(place);
        return (isSound ? _rows.Rewrite(place, PersonalNumbers.Strip) : null) ?? PersonalNumbers.Strip(_rows.Original);
    }

    // An unquoted delimiter inside a comment pushes its rest into the columns after it, which can make nothing of it.
    private bool SpillsOver(int comment) => Array.Exists(
        _columns, column => column.Index > comment && column.Parse(_rows[column.Index], _context, out _) is not null);

    /// <exception cref="UnreadableUploadException">No row had a column that every row needs.</exception>
    public void CheckHeader() => HeaderBinding.Bind(_schema, _rows.Header, _mapping, partial: false);

    private bool UnknownService() => _service >= 0 && Cells[_service].Text is { } service && !_services!.Contains(service);

    private void Bind()
    {
        _boundHeader = _rows.Header.Count;
        _columns = HeaderBinding.Bind(_schema, _rows.Header, _mapping, partial: _rows.HeaderGrows);
        _rules = [.. (_mapping?.Rules ?? []).Select(rule =>
            (HeaderBinding.Find(_rows.Header, rule.Column, _mapping!, rule.Place, mayLack: _rows.HeaderGrows), rule))];
        _rows.Select(
            _columns.SelectMany(c => c.Others.Prepend(c.Index)).Concat(_rules.Select(s => s.Index)).Where(index => index >= 0).ToHashSet());
    }
}
