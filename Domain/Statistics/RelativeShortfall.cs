namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// Shortfall of a value from its reference, as a fraction: the relative difference from a reference point (Keppel et al. 2005,
/// <i>Methodological Issues in Measuring Health Disparities</i>, NCHS Vital and Health Statistics 2(141), "Relative difference"). A value
/// above the reference has no shortfall.
/// </summary>
public static class RelativeShortfall
{
    /// <summary>max(0, 1 - value / reference): 0 at or above the reference, 1 where the value is 0.</summary>
    /// <param name="value">Value, 0 or more.</param>
    /// <param name="reference">Reference, 0 or more, in the unit of the value.</param>
    /// <returns>Null where either is unknown; 0 for a reference of 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative or not a number.</exception>
    public static double? Of(double? value, double? reference)
    {
        if (value is not { } known || reference is not { } against) return null;
        if (!(known >= 0)) throw new ArgumentOutOfRangeException(nameof(value), known, "A shortfall needs a value of 0 or more.");
        if (!(against >= 0))
            throw new ArgumentOutOfRangeException(nameof(reference), against, "A shortfall needs a reference of 0 or more.");
        return against > 0 ? Math.Max(0, 1 - (known / against)) : 0;
    }
}
