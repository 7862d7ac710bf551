using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// The special days that change a horizon's demand most. A day's effect is that of all its calendar columns together: a festival's holiday
/// is a holiday, no workday and so many days from the festival, and what the regression gives to each of these means nothing alone.
/// </summary>
/// <param name="least">Smallest effect that is worth a word, as a share.</param>
internal sealed class SpecialDays(MemberRun run, double least)
{
    private const string Flag = "is_";
    private const string DaysFrom = "days_from_";

    /// <summary>A phase with less than this of the average is closed, and many times nothing is no number for a reader.</summary>
    private const double Closed = 0.2;

    /// <summary>Days about an occasion that have a name together.</summary>
    private static readonly (string Name, int Reach)[] Stretches = [("day", 1), ("week", 7), ("two_weeks", 14), ("weeks", int.MaxValue)];

    /// <summary>
    /// The days that add or take most demand together: their occasion, which days about it (null for its own), and their effect as a share; null where none is
    /// large enough.
    /// </summary>
    /// <remarks>All days of a stretch count: to pick those with a large effect out of a week would find one in the noise of any week.</remarks>
    public (string Occasion, string? Stretch, double Effect)? Strongest(CalendarProfile calendar, SeasonalIndex seasonal)
    {
        var days = Enumerable.Range(run.Origin, run.History.Horizon).Select(period => DayAt(period, calendar, seasonal)).OfType<Day>();
        var strongest = days
            .GroupBy(day => (day.Occasion, Side: Math.Sign(day.From)))
            .SelectMany(group => Named(group.Key.Occasion, group.Key.Side, [.. group]))
            .Where(stretch => stretch.Usual > 0 && Math.Abs(stretch.Change) >= least * stretch.Usual)
            .OrderByDescending(stretch => Math.Abs(stretch.Change))
            .FirstOrDefault();
        return strongest is null ? null : (strongest.Occasion, strongest.Name, strongest.Change / strongest.Usual);
    }

    private static IEnumerable<Stretch> Named(string occasion, int side, Day[] days)
    {
        if (side == 0) return [Sum(occasion, null, days)];
        return Stretches
            .Select(stretch => Sum(occasion, $"{stretch.Name}_{(side < 0 ? "before" : "after")}", days.Where(day => Math.Abs(day.From) <= stretch.Reach)));
    }

    private static Stretch Sum(string occasion, string? name, IEnumerable<Day> days) =>
        days.Aggregate(new Stretch(occasion, name, 0, 0), (sum, day) => sum with { Usual = sum.Usual + day.Usual, Change = sum.Change + day.Change });

    private Day? DayAt(int period, CalendarProfile calendar, SeasonalIndex seasonal)
    {
        var panel = run.Nodes.Panel;
        var effects = calendar.Effects(panel, period).ToArray();
        if (effects.Length == 0) return null;
        var (factor, phase) = (calendar.At(panel, period, []), seasonal.Shrunk[run.Nodes.PhaseAt(period)]);
        var index = factor.On(phase);
        // Against the weekday where that still has a say, else against the average day, as weekdays themselves are.
        var usual = phase < Closed ? (index < Closed ? phase : 1) : factor.Replaces ? 1 : phase;
        var (term, value, _) = effects.MaxBy(effect => Math.Abs(effect.Log));
        var column = panel.Calendar.Names[term.Column];
        return column.StartsWith(DaysFrom, StringComparison.Ordinal)
            ? new Day(column[DaysFrom.Length..], value, usual, index - usual)
            : new Day(column.StartsWith(Flag, StringComparison.Ordinal) ? column[Flag.Length..] : column, 0, usual, index - usual);
    }

    /// <param name="Occasion">What makes it special: name of the calendar's column without its prefix.</param>
    /// <param name="From">Periods from the occasion: negative before it, positive after.</param>
    /// <param name="Usual">Its index were it ordinary, where the average day's is 1.</param>
    /// <param name="Change">What is added to that.</param>
    private sealed record Day(string Occasion, float From, double Usual, double Change);

    private sealed record Stretch(string Occasion, string? Name, double Usual, double Change);
}
