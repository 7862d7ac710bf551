namespace CommunityDemand.Domain.Supply;

/// <summary>
/// Turnover of staff over a period: staff who left, relative to mean staff. This is the separation rate (Price 1977, <i>The Study of
/// Turnover</i>, chapter 2), with leavers estimated from decreases between counts. The estimate is a lower bound, because leavers
/// replaced before the next count are not seen. A move to another place counts as leaving, and so does a post that is cut. Turnovers of
/// several places can be added.
/// </summary>
/// <param name="Leavers">Leavers: the sum of the decreases, in persons.</param>
/// <param name="MeanStaff">Mean number of staff over the days of the period, in persons.</param>
public readonly record struct StaffTurnover(double Leavers, double MeanStaff)
{
    /// <summary>Leavers / mean staff over the period, 0 or more (2 if all staff left twice); null without staff.</summary>
    public double? Rate => MeanStaff > 0 ? Leavers / MeanStaff : null;

    public static StaffTurnover operator +(StaffTurnover a, StaffTurnover b) => new(a.Leavers + b.Leavers, a.MeanStaff + b.MeanStaff);

    /// <summary>The turnover of one place.</summary>
    /// <param name="counts">Number of staff from a day on, until the next count; in ascending order of days.</param>
    /// <param name="start">Day before the period: the period begins at the end of this day.</param>
    /// <param name="end">Last day of the period, after <paramref name="start"/>.</param>
    /// <returns>Null where no count is known at the start: the turnover of a part of a period is not that of the period.</returns>
    /// <exception cref="ArgumentException">The period is empty, days do not ascend, or a count is negative or not finite.</exception>
    public static StaffTurnover? Of(IReadOnlyList<(DateOnly From, double Staff)> counts, DateOnly start, DateOnly end)
    {
        if (end <= start) throw new ArgumentException($"A period ends after it starts, not from {start:O} to {end:O}.", nameof(end));
        if (counts.Any(count => !double.IsFinite(count.Staff) || count.Staff < 0))
            throw new ArgumentException("Staff is 0 or more persons.", nameof(counts));
        if (counts.Zip(counts.Skip(1)).Any(pair => pair.First.From >= pair.Second.From))
            throw new ArgumentException("Counts come by ascending day.", nameof(counts));
        if (counts.Count == 0 || counts[0].From > start) return null;

        var staff = counts.Last(count => count.From <= start).Staff;
        var (leavers, personDays, since) = (0.0, 0.0, start.AddDays(1));
        foreach (var count in counts.Where(count => count.From > start && count.From <= end))
        {
            leavers += Math.Max(0, staff - count.Staff);
            personDays += staff * (count.From.DayNumber - since.DayNumber);
            (staff, since) = (count.Staff, count.From);
        }

        personDays += staff * (end.DayNumber + 1 - since.DayNumber);
        return new StaffTurnover(leavers, personDays / (end.DayNumber - start.DayNumber));
    }
}
