namespace CommunityDemand.Domain.Allocation;

/// <summary>
/// Divides a budget so that the weighted expected shortage left, the sum of w S(y r) over the recipients, is as small as possible. This
/// is a separable convex resource allocation problem (Ibaraki and Katoh 1988, <i>Resource Allocation Problems</i>, MIT Press, chapters 2
/// and 4). At the optimum, all recipients above their minimum have the same marginal gain, and no other recipient has a higher one. Units
/// that would remove no shortage anywhere are not allocated.
/// </summary>
public static class MarginalAllocation
{
    /// <summary>
    /// Precision of the price, as a fraction of twice the highest marginal gain. The shortage left exceeds the minimum by at most this
    /// fraction, times that gain, times the budget. A finer price would treat gains as different that differ only by rounding.
    /// </summary>
    private const double Tolerance = 1e-10;

    // Minimums that are equal parts of the budget may sum to slightly more than the budget, because of rounding.
    private const double Rounding = 1e-12;

    // Where demand surely exceeds capacity on all days, all gains are equal. Rounding must not decide between them.
    private const int Decimals = 9;

    /// <summary>
    /// Allocates units that can be divided freely. The method bisects the price (the Lagrange multiplier) at which the demand for units
    /// equals the budget. Recipients whose marginal gain stays at that price over a range each get the same fraction of their range.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The budget is not finite, or is less than the sum of the minimums.</exception>
    public static Allotment Divisible(IReadOnlyList<Recipient> recipients, double budget)
    {
        Require(recipients, budget);
        var (high, low) = Prices(recipients, budget, static (recipient, price) => recipient.UnitsAt(price));
        var (fewest, most) = (At(recipients, high), At(recipients, low));
        var (spent, wanted) = (fewest.Sum(), most.Sum());
        var part = wanted > spent ? Math.Clamp((budget - spent) / (wanted - spent), 0, 1) : 0;
        return new Allotment([.. fewest.Zip(most, (few, many) => few + (part * (many - few)))]);
    }

    /// <summary>
    /// Allocates whole units. Each unit goes to the recipient with the highest gain, which is optimal because gains only fall (Fox 1966,
    /// Management Science 13, 210-216). Units that gain clearly more than the last one are allocated in one step; units that gain the
    /// same as the last one follow, up to one level for all. Where gains are equal (to nine decimals), the recipient with the fewest
    /// units comes first, then the first in order. The running time does not grow with the budget.
    /// </summary>
    /// <param name="budget">Units, 0 or more. Minimums are rounded up to whole units.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is less than the sum of the minimums.</exception>
    public static Allotment WholeUnits(IReadOnlyList<Recipient> recipients, long budget)
    {
        Recipient[] whole = [.. recipients.Select(recipient => recipient.Whole())];
        Require(whole, budget);
        var (high, low) = Prices(whole, budget, WholeUnitsAt);
        var units = Array.ConvertAll(whole, recipient => WholeUnitsAt(recipient, high));
        Fill(units, Array.ConvertAll(whole, recipient => WholeUnitsAt(recipient, low)), budget);
        var queue = new PriorityQueue<int, (double Loss, double Units, int Index)>();
        void Offer(int i)
        {
            if (whole[i].NextUnit(units[i]) is > 0 and var gain) queue.Enqueue(i, (-Math.Round(gain, Decimals), units[i], i));
        }

        for (var i = 0; i < whole.Length; i++) Offer(i);
        for (var left = budget - (long)units.Sum(); left > 0 && queue.TryDequeue(out var next, out _); left--)
        {
            units[next]++;
            Offer(next);
        }

        return new Allotment(units);
    }

    // Where gains are equal, the recipient with the fewest units gets the next one. All are raised to one level in a single step, because
    // there may be millions of units.
    private static void Fill(double[] units, double[] most, long budget)
    {
        double Filled(int i, long level) => Math.Max(units[i], Math.Min(most[i], level));
        var (fits, over) = (0L, budget);
        while (fits < over)
        {
            var level = over - ((over - fits) / 2);
            if (Enumerable.Range(0, units.Length).Sum(i => Filled(i, level)) <= budget) fits = level;
            else over = level - 1;
        }

        for (var i = 0; i < units.Length; i++) units[i] = Filled(i, fits);
    }

    // Two prices, as close as possible: at the high one the demand for units is at most the budget, at the low one at least the budget
    // (or the price is 0).
    private static (double High, double Low) Prices(
        IReadOnlyList<Recipient> recipients, double budget, Func<Recipient, double, double> wanted)
    {
        double All(double price) => recipients.Sum(recipient => wanted(recipient, price));
        if (All(0) <= budget) return (0, 0);

        // Twice the highest marginal gain: at exactly that gain, rounding would decide.
        var (low, high) = (0.0, 2 * recipients.Max(recipient => recipient.Marginal(recipient.Least)));
        var close = Tolerance * high;
        while (high - low > close)
        {
            var middle = (low + high) / 2;
            if (All(middle) <= budget) high = middle;
            else low = middle;
        }

        return (high + close, Math.Max(0, low - close));
    }

    // At this price, the unit gains more before the price than after it.
    private static double WholeUnitsAt(Recipient recipient, double price)
    {
        var units = Math.Floor(recipient.UnitsAt(price));
        return recipient.NextUnit(units) > price ? units + 1 : units;
    }

    private static double[] At(IReadOnlyList<Recipient> recipients, double price) =>
        [.. recipients.Select(recipient => recipient.UnitsAt(price))];

    private static void Require(IReadOnlyList<Recipient> recipients, double budget)
    {
        var least = recipients.Sum(recipient => recipient.Least);
        if (!double.IsFinite(budget) || budget < least - (Rounding * (1 + least)))
            throw new ArgumentOutOfRangeException(
                nameof(budget), budget, $"The budget does not cover the {least} units that recipients get in any case.");
    }
}
