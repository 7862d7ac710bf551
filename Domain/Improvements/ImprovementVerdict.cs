namespace CommunityDemand.Domain.Improvements;

/// <summary>Whether a measure did what it was taken for.</summary>
public enum ImprovementVerdict
{
    /// <summary>
    /// Better by its whole 95% interval, and surely at the target where there is one. Without an effect that comes by chance 1 time in 40.
    /// </summary>
    Achieved,

    /// <summary>There is enough to tell, and it does not tell that.</summary>
    NotAchieved,

    /// <summary>Too few weeks or answers since; more will come.</summary>
    TooEarly,

    /// <summary>
    /// Nothing to compare with, and waiting will not change that: too little before, or too few communities without the measure.
    /// </summary>
    NoComparison,
}

/// <summary>Codes of verdicts, and their rule.</summary>
public static class ImprovementVerdicts
{
    /// <summary>As tables have it.</summary>
    public static string Code(this ImprovementVerdict verdict) => verdict switch
    {
        ImprovementVerdict.Achieved => "achieved",
        ImprovementVerdict.NotAchieved => "not_achieved",
        ImprovementVerdict.TooEarly => "too_early",
        ImprovementVerdict.NoComparison => "no_comparison",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The verdict on an estimate.</summary>
    /// <param name="target">The level to be reached after, in the outcome's unit; null if the measure was to help, no more.</param>
    public static ImprovementVerdict Of(ImprovementOutcome outcome, EffectEstimate estimate, double? target) =>
        outcome.IsSurelyBetter(estimate.Relative) && (target is null || estimate.AfterLower >= target)
            ? ImprovementVerdict.Achieved
            : ImprovementVerdict.NotAchieved;
}
