namespace CommunityDemand.Domain.Supply;

/// <summary>Demand and the part of it that was served, in person-visits, for any sum of places, services and days.</summary>
public readonly record struct ServedDemand
{
    /// <summary>Creates the demand of served and unmet visits.</summary>
    /// <param name="served">Person-visits served, 0 or more.</param>
    /// <param name="unmet">Person-visits turned away, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not finite.</exception>
    public ServedDemand(double served, double unmet)
    {
        (Served, Unmet) = (Checked(served, nameof(served)), Checked(unmet, nameof(unmet)));
    }

    /// <summary>Person-visits served.</summary>
    public double Served { get; }

    /// <summary>Person-visits turned away.</summary>
    public double Unmet { get; }

    /// <summary>Person-visits demanded: served and unmet.</summary>
    public double Wanted => Served + Unmet;

    /// <summary>Coverage: served / demanded, 0 to 1; null where there was no demand.</summary>
    public double? Coverage => Wanted > 0 ? Served / Wanted : null;

    public static ServedDemand operator +(ServedDemand a, ServedDemand b) => new(a.Served + b.Served, a.Unmet + b.Unmet);

    private static double Checked(double value, string name) =>
        double.IsFinite(value) && value >= 0 ? value : throw new ArgumentOutOfRangeException(name, value, "Person-visits are 0 or more.");
}
