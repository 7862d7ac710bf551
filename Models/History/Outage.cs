namespace CommunityDemand.Models.History;

/// <summary>
/// A stretch of the past that says nothing of the future: demand fell away (or rushed in) and came back, as in a lockdown.
/// </summary>
/// <param name="From">First period of it.</param>
/// <param name="To">First period after it.</param>
/// <param name="KnownFrom">The first origin that can tell: while it lasts it may be the new order.</param>
internal readonly record struct Outage(int From, int To, int KnownFrom)
{
    public bool Holds(int period) => period >= From && period < To;

    /// <summary>Whether another is the same a year earlier or later: then both are the season's.</summary>
    public bool IsYearFrom(Outage other, int year)
    {
        var (from, to) = other.From < From ? (From - year, To - year) : (From + year, To + year);
        var common = Math.Min(to, other.To) - Math.Max(from, other.From);
        return 2 * common >= Math.Max(To - From, other.To - other.From);
    }
}
