namespace CommunityDemand.Domain.Statistics;

/// <summary>
/// By which part a value stays behind its reference: the relative difference from a reference point (Keppel et al. 2005, <i>Methodological
/// Issues in Measuring Health Disparities</i>, NCHS Vital and Health Statistics 2(141), "Relative difference"), with being ahead counted
/// as no shortfall.
/// </summary>
public static class RelativeShortfall
{
    /// <summary>max(0, 1 - value / reference): 0 at the reference or above it, 1 where the value is 0.</summary>
    /// <param name="value">0 or more.</param>
    /// <param name="reference">0 or more, in the value's unit.</param>
    /// <returns>Null where either is unknown; 0 for a reference of 0, which nothing stays behind.</returns>
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
