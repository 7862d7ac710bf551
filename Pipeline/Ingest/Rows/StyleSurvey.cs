using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Datasets.Values;
using CommunityDemand.Pipeline.Ingest.Formats;
using CommunityDemand.Pipeline.Ingest.Keys;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Ingest.Periods;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>
/// Finds how a file writes numbers and dates from all of its values: one pass, which only a file with a value of two meanings costs. The
/// file has one style of numbers; each column has its own order of day and month.
/// </summary>
internal sealed class StyleSurvey
{
    private readonly DatasetSchema _schema;
    private readonly Mapping? _mapping;
    private readonly NumberEvidence _numbers = new();
    private readonly DayEvidence[] _days;
    private BoundColumn[] _columns = [];

    private StyleSurvey(DatasetSchema schema, Mapping? mapping)
    {
        _schema = schema;
        _mapping = mapping;
        _days = [.. schema.Columns.Select(_ => new DayEvidence())];
    }

    /// <summary>Reads all rows.</summary>
    public static async Task<SurveyedStyles> ReadAsync(
        RowSource rows, DatasetSchema schema, Mapping? mapping, CancellationToken cancellationToken)
    {
        var survey = new StyleSurvey(schema, mapping);
        var boundHeader = -1;
        while (await rows.ReadAsync(cancellationToken))
        {
            if (rows.Header.Count != boundHeader) (boundHeader, survey._columns) = (rows.Header.Count, survey.Bind(rows));
            if (rows.Fault is null) survey.Add(rows);
        }

        return survey.Decide(rows.TypicalNumbers, rows.HasTypedNumbers);
    }

    private BoundColumn[] Bind(RowSource rows)
    {
        BoundColumn[] columns =
        [
            .. HeaderBinding.Bind(_schema, rows.Header, _mapping, partial: rows.HeaderGrows)
                .Where(column => column.Index >= 0 && column.Column is NumberColumn or DayColumn),
        ];
        rows.Select(columns.SelectMany(column => column.Others.Prepend(column.Index)).ToHashSet());
        return columns;
    }

    private void Add(RowSource rows)
    {
        foreach (var column in _columns)
        {
            var place = column.PlaceIn(rows, out _);
            if (rows.FaultOf(place) is not null) continue;
            var text = rows[place].Trim();
            if (NullWords.Contains(text)) continue;
            if (column.Column is NumberColumn) _numbers.Add(text);
            else _days[column.Column.Place].Add(text);
        }
    }

    private SurveyedStyles Decide(NumberStyle typical, bool typed)
    {
        var assumptions = new List<Message>();
        var doubts = new List<Message>();
        var style = typed ? NumberStyle.Point : _numbers.Decide(typical);
        // The survey does not look for what the mapping says.
        if (_mapping is { Numbers: not NumberStyle.Unknown }) style = NumberStyle.Unknown;
        if (!typed && style is NumberStyle.Point or NumberStyle.Comma && _numbers.Doubtful is { } example)
        {
            if (_numbers.IsTold) assumptions.Add(ReadingMessages.Numbers(style, example, _numbers.EvidenceOf(style)));
            else doubts.Add(ReadingMessages.GuessedNumbers(style, example));
        }

        var orders = new Dictionary<string, DayOrder>();
        foreach (var column in _schema.Columns.Where(_ => _mapping is not { Days: not DayOrder.Unknown }))
        {
            var days = _days[column.Place];
            // A column that does not tell its order is settled too: its doubtful dates are rejected.
            orders[column.Name] = days.Order == DayOrder.Unknown ? DayOrder.Mixed : days.Order;
            if (days.Order == DayOrder.Mixed) doubts.Add(ReadingMessages.MixedDays(column.Name, days.DayFirst!, days.MonthFirst!));
            else if (days.Order != DayOrder.Unknown)
                assumptions.Add(ReadingMessages.DayOrder(column.Name, days.Order, (days.DayFirst ?? days.MonthFirst)!));
        }

        return new SurveyedStyles(new ValueStyles(style, orders) { IsSurveyed = true }, assumptions, doubts);
    }
}

/// <summary>What a survey found.</summary>
/// <param name="Styles">How the file writes values.</param>
/// <param name="Assumptions">What the styles rest on.</param>
/// <param name="Doubts">Styles that the file does not tell.</param>
internal sealed record SurveyedStyles(ValueStyles Styles, IReadOnlyList<Message> Assumptions, IReadOnlyList<Message> Doubts)
{
    /// <summary>Rows that are the sum of others; null before they were looked for.</summary>
    public RowSet? Sums { get; init; }

    /// <summary>Period that the dates tell; null where they tell none.</summary>
    public FoundPeriod? Period { get; init; }

    /// <summary>Before a survey, and without one.</summary>
    /// <param name="typed">Whether the format stores numbers as numbers.</param>
    public static SurveyedStyles None(bool typed) => new(typed ? ValueStyles.Typed : ValueStyles.Unknown, [], []);
}
