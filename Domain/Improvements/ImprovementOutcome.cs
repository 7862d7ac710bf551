namespace CommunityDemand.Domain.Improvements;

/// <summary>An outcome that measures are meant to improve.</summary>
/// <param name="Code">Code, as used in tables.</param>
/// <param name="IsBetterHigher">Whether a higher value is better.</param>
/// <param name="HandbookEffect">
/// Mean relative effect of improvements in the handbook: .125 is +12.5%; null where the handbook reports none.
/// </param>
public sealed record ImprovementOutcome(string Code, bool IsBetterHigher, double? HandbookEffect)
{
    /// <summary>Mean of all five questions, as an index on the scale of 100.</summary>
    public static ImprovementOutcome Satisfaction { get; } = new("satisfaction", true, 0.125);

    /// <summary>Mean of the efficiency question, as an index on the scale of 100.</summary>
    public static ImprovementOutcome Efficiency { get; } = new("efficiency", true, 0.15);

    /// <summary>Complaints per 1,000 visits served.</summary>
    public static ImprovementOutcome Complaints { get; } = new("complaints", false, -0.18);

    /// <summary>Mean response minutes.</summary>
    public static ImprovementOutcome Response { get; } = new("response", false, null);

    /// <summary>All outcomes.</summary>
    public static IReadOnlyList<ImprovementOutcome> All { get; } = [Satisfaction, Efficiency, Complaints, Response];

    /// <summary>Whether the whole interval lies on the side of improvement.</summary>
    public bool IsSurelyBetter(Interval effect) => IsBetterHigher ? effect.Lower > 0 : effect.Upper < 0;
}
