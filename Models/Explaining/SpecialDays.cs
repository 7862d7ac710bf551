using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// Special days that change the demand of a horizon most. The effect of a day is that of all its calendar columns together: a festival is
/// a holiday, not a workday, and a number of days from the festival, and the coefficients of these columns mean nothing alone.
/// </summary>
/// <param name="least">Minimum effect to report, as a share.</param>
internal sealed class SpecialDays(MemberRun run, double least)
{
    private const string Flag = "is_";
    private const string DaysFrom = "days_from_";

    /// <summary>Maximum index of a phase that counts as closed. A multiple of almost nothing is not a useful number.</summary>
    private const double Closed = 0.2;

    /// <summary>Ranges of days around an occasion that have a name.</summary>
    private static readonly (string Name, int Reach)[] Stretches = [("day", 1), ("week", 7), ("two_weeks", 14), ("weeks", int.MaxValue)];

    /// <summary>
    /// The days that add or remove most demand together: their occasion, their range around it (null for the occasion itself), and their
    /// effect as a share; null where no effect is large enough.
    /// </summary>
    /// <remarks>All days of a range count. Choosing only the days with a large effect would find some in the noise of any week.</remarks>
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
            .Select(stretch =>
                Sum(occasion, $"{stretch.Name}_{(side < 0 ? "before" : "after")}", days.Where(day => Math.Abs(day.From) <= stretch.Reach)));
    }

    private static Stretch Sum(string occasion, string? name, IEnumerable<Day> days) =>
        days.Aggregate(
            new Stretch(occasion, name, 0, 0), (sum, day) => sum with { Usual = sum.Usual + day.Usual, Change = sum.Change + day.Change });

    private Day? DayAt(int period, CalendarProfile calendar, SeasonalIndex seasonal)
    {
        var panel = run.Nodes.Panel;
        var effects = calendar.Effects(panel, period).ToArray();
        if (effects.Length == 0) return null;
        var (factor, phase) = (calendar.At(panel, period, []), seasonal.Shrunk[run.Nodes.PhaseAt(period)]);
        var index = factor.On(phase);
        // Compared with the weekday where the weekday still has an effect, otherwise with the average day.
        var usual = phase < Closed ? (index < Closed ? phase : 1) : factor.Replaces ? 1 : phase;
        var (term, value, _) = effects.MaxBy(effect => Math.Abs(effect.Log));
        var column = panel.Calendar.Names[term.Column];
        return column.StartsWith(DaysFrom, StringComparison.Ordinal)
            ? new Day(column[DaysFrom.Length..], value, usual, index - usual)
            : new Day(column.StartsWith(Flag, StringComparison.Ordinal) ? column[Flag.Length..] : column, 0, usual, index - usual);
    }

    /// <param name="Occasion">Occasion: the name of the calendar column, without its prefix.</param>
    /// <param name="From">Periods from the occasion: negative before, positive after.</param>
    /// <param name="Usual">Index of the day if it were ordinary; the average day has 1.</param>
    /// <param name="Change">Change of the index on the special day.</param>
    private sealed record Day(string Occasion, float From, double Usual, double Change);

    private sealed record Stretch(string Occasion, string? Name, double Usual, double Change);
}
