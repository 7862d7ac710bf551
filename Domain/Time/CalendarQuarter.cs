using System.Globalization;

namespace CommunityDemand.Domain.Time;

/// <summary>A quarter of a year, starting in January, April, July or October.</summary>
public readonly record struct CalendarQuarter
{
    private const int Months = 3;
    private const int AYear = 4;

    private readonly int _index;

    private CalendarQuarter(int index) => _index = index;

    /// <summary>The quarter that contains a day.</summary>
    public static CalendarQuarter Of(DateOnly day) => new((day.Year * AYear) + ((day.Month - 1) / Months));

    /// <summary>First day of the quarter.</summary>
    public DateOnly First => new(_index / AYear, (_index % AYear * Months) + 1, 1);

    /// <summary>Last day of the quarter.</summary>
    public DateOnly Last => First.AddMonths(Months).AddDays(-1);

    /// <summary>The quarter a number of quarters later; earlier if the number is negative.</summary>
    public CalendarQuarter Plus(int quarters) => new(_index + quarters);

    /// <summary>Number of quarters from another quarter to this one.</summary>
    public int Since(CalendarQuarter other) => _index - other._index;

    /// <summary>Number of years from another quarter to this one, in steps of a quarter.</summary>
    public double YearsSince(CalendarQuarter other) => (double)Since(other) / AYear;

    /// <summary>The last quarters, in ascending order, up to the quarter that contains the day.</summary>
    public static IReadOnlyList<CalendarQuarter> UpTo(DateOnly day, int count) =>
        [.. Enumerable.Range(1 - count, count).Select(Of(day).Plus)];

    /// <summary>The name of the quarter, such as <c>2025Q3</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_index / AYear:0000}Q{(_index % AYear) + 1}");
}
