namespace CommunityDemand.Domain.Supply;

/// <summary>
/// Staff who left over a period, against its mean staff: the separation rate (Price 1977, <i>The Study of Turnover</i>, chapter 2), with
/// leavers estimated from decreases between counts. It sees no one who was replaced before the next count, so it is a lower bound; it
/// takes a move to another place for a leaving, and a post cut for one who left. Turnovers of several places add up.
/// </summary>
/// <param name="Leavers">Sum of the decreases, in persons.</param>
/// <param name="MeanStaff">Mean over the days of the period, in persons.</param>
public readonly record struct StaffTurnover(double Leavers, double MeanStaff)
{
    /// <summary>Leavers / mean staff over the period, 0 or more (2 if all left twice); null where there was no staff.</summary>
    public double? Rate => MeanStaff > 0 ? Leavers / MeanStaff : null;

    public static StaffTurnover operator +(StaffTurnover a, StaffTurnover b) => new(a.Leavers + b.Leavers, a.MeanStaff + b.MeanStaff);

    /// <summary>The turnover of one place.</summary>
    /// <param name="counts">Staff from a day on, until the next count; by ascending day.</param>
    /// <param name="start">The period begins at the end of this day.</param>
    /// <param name="end">Its last day, after <paramref name="start"/>.</param>
    /// <returns>Null where no count is known at the start: a part of a year is no year.</returns>
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
