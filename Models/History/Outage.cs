namespace CommunityDemand.Models.History;

/// <summary>
/// An outage: a range of the history that is not representative of the future, because demand fell (or rose) sharply and returned, as in
/// a lockdown.
/// </summary>
/// <param name="From">First period of the outage.</param>
/// <param name="To">First period after the outage.</param>
/// <param name="KnownFrom">
/// First origin at which the outage is known to have ended. Before its end, the outage could be a lasting change.
/// </param>
internal readonly record struct Outage(int From, int To, int KnownFrom)
{
    public bool Holds(int period) => period >= From && period < To;

    /// <summary>Whether another outage is the same one a year earlier or later; both then belong to the season.</summary>
    public bool IsYearFrom(Outage other, int year)
    {
        var (from, to) = other.From < From ? (From - year, To - year) : (From + year, To + year);
        var common = Math.Min(to, other.To) - Math.Max(from, other.From);
        return 2 * common >= Math.Max(To - From, other.To - other.From);
    }
}
