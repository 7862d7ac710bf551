namespace CommunityDemand.Domain.Allocation;

/// <summary>
/// Shares a budget out so that the weighted expected shortage left, the sum of w S(y r) over the recipients, is the least possible: a
/// separable convex resource allocation problem (Ibaraki and Katoh 1988, <i>Resource Allocation Problems</i>, MIT Press, chapters 2 and
/// 4). At the optimum everyone who gets more than the least gains the same by one more unit, and nobody else would gain more. What would
/// remove nothing anywhere is kept.
/// </summary>
public static class MarginalAllocation
{
    /// <summary>
    /// How closely prices are found, as a part of twice the highest gain of a unit: the shortage left exceeds the least possible by no
    /// more than this times that gain times the budget. No closer, so that gains that differ in their last bits count as equal.
    /// </summary>
    private const double Tolerance = 1e-10;

    // Leasts that are the budget's equal parts may add up to a last bit more than it.
    private const double Rounding = 1e-12;

    // Where demand surely exceeds capacity on all days, everyone gains the same: that must not be decided by the last bits.
    private const int Decimals = 9;

    /// <summary>
    /// For what can be divided at will. Bisects the price (Lagrange multiplier) at which what all want is the budget; of those whose
    /// marginal gain stays at that price over a range, each gets the same part of its range.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The budget is not finite or less than the sum of the leasts.</exception>
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
    /// For whole units: again and again the next goes where it removes most, which is optimal as gains only fall (Fox 1966, Management
    /// Science 13, 210-216). All units that gain clearly more than the last one come first, at once, and then those that gain as it does,
    /// up to one number for all. Of equals (to nine decimals) who has got fewest gets it, and of those the first. Takes no longer for a
    /// larger budget.
    /// </summary>
    /// <param name="budget">Units, 0 or more; leasts are rounded up to whole ones.</param>
    /// <exception cref="ArgumentOutOfRangeException">The budget is less than the sum of the leasts.</exception>
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

    // Of units that gain alike who has got fewest gets the next: everyone up to one level at once, since there may be millions of them.
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

    // Two prices as close as can be: at the high one all want no more than the budget, at the low one no less, or it is 0.
    private static (double High, double Low) Prices(
        IReadOnlyList<Recipient> recipients, double budget, Func<Recipient, double, double> wanted)
    {
        double All(double price) => recipients.Sum(recipient => wanted(recipient, price));
        if (All(0) <= budget) return (0, 0);

        // Twice what anyone gains: at just that, rounding decides.
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

    // The unit that the price falls into gains more before it than after.
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
