using System.Collections.Concurrent;
using System.Globalization;

namespace CommunityDemand.Domain.Time;

/// <summary>
/// China's public holidays by rule, for the years 1999 to 2099. Statutory days follow the Regulation on Public Holidays (全国年节及纪念日放假办法) in
/// its versions of 1999, 2007 (in force 2008), 2013 (2014) and 2024 (2025). Days off around long holidays follow the custom of the State
/// Council's yearly notices: Spring Festival from New Year's Eve, 7 days, 8 from 2025; National Day 1 to 7 October, to the 8th where
/// Mid-Autumn falls within; Labour Day 1 to 7 May until 2007 and 1 to 5 May from 2020. The notice of a year may differ by a day, and only
/// the notice fixes the make-up workdays: upload the notice as dataset <c>calendar</c>.
/// </summary>
internal sealed class ChineseHolidays : HolidayRules
{
    private const int FirstYear = 1999;
    private const int LastYear = 2099;
    private const int TraditionalHolidaysSince = 2008;

    private static readonly ChineseLunisolarCalendar Lunar = new();
    private readonly ConcurrentDictionary<int, PublicHoliday[]> _years = new();

    public override IReadOnlyList<PublicHoliday> InYear(int year) =>
        year is < FirstYear or > LastYear ? [] : _years.GetOrAdd(year, static y => [.. Compute(y).OrderBy(h => h.Day)]);

    /// <summary>The Gregorian day of a lunar day. A leap month earlier in the lunar year is skipped.</summary>
    /// <param name="month">Lunar month 1 to 12, never a leap month.</param>
    internal static DateOnly LunarDay(int year, int month, int day)
    {
        // The .NET calendar counts months 1 to 13 in leap years; GetLeapMonth returns the number of the leap month, or 0 if there is
        // none.
        var leap = Lunar.GetLeapMonth(year);
        var counted = leap > 0 && month >= leap ? month + 1 : month;
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, counted, day, 0, 0, 0, 0));
    }

    /// <summary>
    /// Day of the solar term Pure Brightness, 4 to 6 April, by the almanac's formula [.2422 Y + C] - [Y / 4], where Y is the year of the
    /// century.
    /// </summary>
    internal static DateOnly Qingming(int year)
    {
        var (inCentury, constant) = (year % 100, year < 2000 ? 5.59 : 4.81);
        return new DateOnly(year, 4, (int)((0.2422 * inCentury) + constant) - (inCentury / 4));
    }

    private static IEnumerable<PublicHoliday> Compute(int year)
    {
        yield return Single(Festival.NewYear, new DateOnly(year, 1, 1));
        yield return SpringFestival(year);
        yield return LabourDay(year);
        var midAutumn = LunarDay(year, 8, 15);
        yield return NationalDay(year, midAutumn);
        if (year < TraditionalHolidaysSince) yield break;

        yield return Single(Festival.Qingming, Qingming(year));
        yield return Single(Festival.DragonBoat, LunarDay(year, 5, 5));
        yield return Single(Festival.MidAutumn, midAutumn);
    }

    private static PublicHoliday Single(Festival festival, DateOnly day) => new(festival, day, day, day, day, day);

    private static PublicHoliday SpringFestival(int year)
    {
        var day = LunarDay(year, 1, 1);
        var eve = day.AddDays(-1);
        var (statutoryFirst, statutoryLast) = year switch
        {
            < 2008 => (day, day.AddDays(2)),
            < 2014 => (eve, day.AddDays(1)),
            < 2025 => (day, day.AddDays(2)),
            _ => (eve, day.AddDays(2)),
        };
        return new PublicHoliday(Festival.SpringFestival, day, eve, eve.AddDays(year < 2025 ? 6 : 7), statutoryFirst, statutoryLast);
    }

    private static PublicHoliday LabourDay(int year)
    {
        var day = new DateOnly(year, 5, 1);
        var statutory = year switch { < 2008 => 3, < 2025 => 1, _ => 2 };
        var off = year switch { < 2008 => 7, < 2020 => 1, _ => 5 };
        return new PublicHoliday(Festival.LabourDay, day, day, day.AddDays(off - 1), day, day.AddDays(statutory - 1));
    }

    private static PublicHoliday NationalDay(int year, DateOnly midAutumn)
    {
        var day = new DateOnly(year, 10, 1);
        var last = new DateOnly(year, 10, midAutumn >= day && midAutumn <= day.AddDays(6) ? 8 : 7);
        return new PublicHoliday(Festival.NationalDay, day, day, last, day, day.AddDays(2));
    }
}
