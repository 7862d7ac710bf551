namespace CommunityDemand.Domain.Improvements;

/// <summary>What a measure is to improve.</summary>
/// <param name="Code">As tables have it.</param>
/// <param name="IsBetterHigher">Whether more of it is better.</param>
/// <param name="HandbookEffect">
/// Average relative effect of improvements that the handbook reports: .125 is +12.5%; null where it reports none.
/// </param>
public sealed record ImprovementOutcome(string Code, bool IsBetterHigher, double? HandbookEffect)
{
    /// <summary>Mean of all five questions, on the index of 100.</summary>
    public static ImprovementOutcome Satisfaction { get; } = new("satisfaction", true, 0.125);

    /// <summary>Mean of the question on efficiency, on the index of 100.</summary>
    public static ImprovementOutcome Efficiency { get; } = new("efficiency", true, 0.15);

    /// <summary>Complaints per 1,000 visits served.</summary>
    public static ImprovementOutcome Complaints { get; } = new("complaints", false, -0.18);

    /// <summary>Mean response minutes.</summary>
    public static ImprovementOutcome Response { get; } = new("response", false, null);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ImprovementOutcome> All { get; } = [Satisfaction, Efficiency, Complaints, Response];

    /// <summary>Whether the whole interval lies on the side to which the outcome was to move.</summary>
    public bool IsSurelyBetter(Interval effect) => IsBetterHigher ? effect.Lower > 0 : effect.Upper < 0;
}
