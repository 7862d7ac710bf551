using CommunityDemand.Domain.Time;

namespace CommunityDemand.Local.SampleCity.Simulation;

/// <summary>
/// Calendar factors on demand, by rhythm: weekday, holidays, the weeks around Spring Festival (by days from the lunar new year), and
/// events. Factors are relative to an ordinary day; 0 means closed.
/// </summary>
internal static class RhythmFactors
{
    /// <summary>Factor of a community event on leisure services on its day.</summary>
    public const double EventFactor = 1.4;

    private static readonly double[] EveryDayWeek = [1.06, 1.02, 1.00, 1.00, 1.02, 0.96, 0.94];
    private static readonly double[] OfficeWeek = [1.22, 1.05, 0.97, 0.93, 0.83, 0, 0];
    private static readonly double[] LeisureWeek = [0.78, 0.82, 0.86, 0.88, 1.00, 1.42, 1.24];
    private static readonly double[] SchoolWeek = [1.02, 1.03, 1.04, 1.02, 0.89, 0, 0];

    /// <summary>The complete factor of a day.</summary>
    public static double Of(Rhythm rhythm, CalendarDay day, int fromSpringFestival) =>
        Week(rhythm, day) * Holiday(rhythm, day, fromSpringFestival) * Event(rhythm, day);

    /// <summary>The factor of holidays and of the weeks around Spring Festival, without that of the weekday.</summary>
    public static double Holiday(Rhythm rhythm, CalendarDay day, int fromSpringFestival) => (rhythm, day.Kind) switch
    {
        (Rhythm.Office or Rhythm.School, DayKind.Holiday) => 0,
        (Rhythm.Office, _) => AroundSpringFestival(fromSpringFestival, rush: 1.30, lull: 0.62),
        (Rhythm.School, _) => SchoolYear(day.Date, fromSpringFestival),
        (Rhythm.EveryDay, DayKind.Holiday) => fromSpringFestival is >= -1 and <= 7 ? 0.58 : 0.86,
        (Rhythm.EveryDay, _) => AroundSpringFestival(fromSpringFestival, rush: 1.08, lull: 0.85),
        (Rhythm.Leisure, DayKind.Holiday) => fromSpringFestival is >= -1 and <= 2 ? 0.35 : 1.30,
        (Rhythm.Leisure, _) => AroundSpringFestival(fromSpringFestival, rush: 0.80, lull: 1.15),
        _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
    };

    private static double Week(Rhythm rhythm, CalendarDay day)
    {
        var week = rhythm switch
        {
            Rhythm.EveryDay => EveryDayWeek,
            Rhythm.Office => OfficeWeek,
            Rhythm.Leisure => LeisureWeek,
            Rhythm.School => SchoolWeek,
            _ => throw new ArgumentOutOfRangeException(nameof(rhythm)),
        };
        return day.Kind switch
        {
            // A make-up workday has the demand of a Thursday. For leisure, a day off counts as a Saturday.
            DayKind.MakeUpWorkday => week[3],
            DayKind.Holiday when rhythm == Rhythm.Leisure => week[5],
            _ => week[((int)day.Date.DayOfWeek + 6) % 7],
        };
    }

    // Demand rises over the fortnight before the festival; the low ends with the Lantern Festival.
    private static double AroundSpringFestival(int days, double rush, double lull) => days switch
    {
        >= -14 and < -1 => 1 + ((rush - 1) * (15 + days) / 13),
        >= -1 and <= 15 => lull + ((1 - lull) * Math.Max(0, days - 6) / 9),
        _ => 1,
    };

    private static double SchoolYear(DateOnly date, int fromSpringFestival) =>
        date.Month is 7 or 8 ? 0.45 : fromSpringFestival is >= -18 and <= 12 ? 0.40 : 1;

    private static double Event(Rhythm rhythm, CalendarDay day) => rhythm == Rhythm.Leisure && day.Event is not null ? EventFactor : 1;
}
