using System.Globalization;

namespace CommunityDemand.Domain.Time;

/// <summary>Three months of a year, from January, April, July or October on.</summary>
public readonly record struct CalendarQuarter
{
    private const int Months = 3;
    private const int AYear = 4;

    private readonly int _index;

    private CalendarQuarter(int index) => _index = index;

    /// <summary>The quarter that a day lies in.</summary>
    public static CalendarQuarter Of(DateOnly day) => new((day.Year * AYear) + ((day.Month - 1) / Months));

    /// <summary>Its first day.</summary>
    public DateOnly First => new(_index / AYear, (_index % AYear * Months) + 1, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>So many quarters later; earlier if below 0.</summary>
    public CalendarQuarter Plus(int quarters) => new(_index + quarters);

    /// <summary>Quarters from another to this one.</summary>
    public int Since(CalendarQuarter other) => _index - other._index;

    /// <summary>Years from another to this one, in whole quarters.</summary>
    public double YearsSince(CalendarQuarter other) => (double)Since(other) / AYear;

    /// <summary>The last quarters, the one that a day lies in last.</summary>
    public static IReadOnlyList<CalendarQuarter> UpTo(DateOnly day, int count) =>
        [.. Enumerable.Range(1 - count, count).Select(Of(day).Plus)];

    /// <summary>Such as <c>2025Q3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_index / AYear:0000}Q{(_index % AYear) + 1}");
}
