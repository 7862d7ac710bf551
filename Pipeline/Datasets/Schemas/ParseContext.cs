using CommunityDemand.Pipeline.Datasets.Values;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>
/// What parsing the values of one file may know: today, how the file writes values, and the keys seen before (the same key comes millions
/// of times).
/// </summary>
internal sealed class ParseContext
{
    public const int FirstYear = 1900;
    private const int PlannedYears = 20;

    private readonly DateOnly _today;
    private readonly KeySpellings[] _keys;
    private readonly DayForms[] _forms;

    /// <param name="schema">Dataset of the file.</param>
    /// <param name="today">The day of the reading, in UTC.</param>
    /// <param name="styles">How the file writes values.</param>
    public ParseContext(DatasetSchema schema, DateOnly today, ValueStyles styles)
    {
        _today = today;
        Styles = styles;
        _keys = [.. schema.Columns.Select(column => new KeySpellings(mayBeSummary: column.Name is "community" or "service" or "group"))];
        _forms = new DayForms[schema.Columns.Length];
    }

    public ValueStyles Styles { get; }

    /// <summary>Whether numbers with decimals count where whole ones are expected.</summary>
    public bool KeepsFractions { get; init; }

    /// <summary>Whether a value came that can be read once all values of the file are known.</summary>
    public bool NeedsSurvey { get; private set; }

    /// <summary>Whether a key came that may name a total or a part of another row.</summary>
    public bool HasSummaries { get; private set; }

    public DateOnly LastDay(DayBound bound) => bound switch
    {
        DayBound.Tomorrow => _today.AddDays(1),
        DayBound.Planned => _today.AddYears(PlannedYears),
        _ => DateOnly.MaxValue,
    };

    /// <summary>The keys of a column.</summary>
    public KeySpellings KeysOf(Column column) => _keys[column.Place];

    /// <summary>Remembers a new key of a column.</summary>
    /// <inheritdoc cref="KeySpellings.Add"/>
    public string AddKey(Column column, ReadOnlySpan<char> text, string normal)
    {
        var keys = KeysOf(column);
        var key = keys.Add(text, normal);
        HasSummaries |= keys.HasSummaries;
        return key;
    }

    /// <summary>What a key of a column says of its row; only keys of areas, services and groups say anything.</summary>
    public SummaryKind SummaryOf(Column column, string key) => _keys[column.Place].SummaryOf(key);

    /// <summary>Forms of the dates that were read in a column.</summary>
    public DayForms FormsOf(Column column) => _forms[column.Place];

    /// <summary>Reads a number in the style of the file.</summary>
    public NumberReading ReadNumber(ReadOnlySpan<char> text, out double number)
    {
        var reading = NumberParser.Read(text, Styles.Numbers, out number);
        if (reading == NumberReading.Doubtful && Styles.Numbers == NumberStyle.Unknown) NeedsSurvey |= !Styles.IsSurveyed;
        return reading;
    }

    /// <summary>Reads a day in the order of the column.</summary>
    public DayReading ReadDay(ReadOnlySpan<char> text, Column column, out DateOnly day)
    {
        var order = Styles.OrderOf(column.Name);
        var reading = DayParser.Read(text, order, out day, out var forms);
        _forms[column.Place] |= forms;
        if (reading == DayReading.Doubtful && order == DayOrder.Unknown) NeedsSurvey |= !Styles.IsSurveyed;
        return reading;
    }
}
