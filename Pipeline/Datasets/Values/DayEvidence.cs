namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>What the dates of a column tell of their order.</summary>
internal sealed class DayEvidence
{
    /// <summary>A date whose first part can be no month; null where the column has none.</summary>
    public string? DayFirst { get; private set; }

    /// <summary>A date whose second part can be no month; null where the column has none.</summary>
    public string? MonthFirst { get; private set; }

    public DayOrder Order => (DayFirst, MonthFirst) switch
    {
        (not null, not null) => DayOrder.Mixed,
        (not null, null) => DayOrder.DayFirst,
        (null, not null) => DayOrder.MonthFirst,
        _ => DayOrder.Unknown,
    };

    public void Add(ReadOnlySpan<char> text)
    {
        DayParser.Read(text, DayOrder.Unknown, out _, out var forms);
        if (forms.HasFlag(DayForms.DayFirst)) DayFirst ??= text.ToString();
        if (forms.HasFlag(DayForms.MonthFirst)) MonthFirst ??= text.ToString();
    }
}
