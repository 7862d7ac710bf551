namespace CommunityDemand.Domain.Improvements;

/// <summary>Verdict on a measure: whether the measure achieved its purpose.</summary>
public enum ImprovementVerdict
{
    /// <summary>
    /// The whole 95% interval shows an improvement, and the target, where there is one, is surely reached. A measure without any effect
    /// gets this verdict by chance 1 time in 40.
    /// </summary>
    Achieved,

    /// <summary>The data suffice for a verdict and do not show an improvement or the target.</summary>
    NotAchieved,

    /// <summary>Too few weeks or answers since the start of the measure; waiting helps.</summary>
    TooEarly,

    /// <summary>
    /// No comparison is possible, and waiting does not help: too few data before the measure, or too few communities without the measure.
    /// </summary>
    NoComparison,
}

/// <summary>Codes of verdicts, and the rule for verdicts.</summary>
public static class ImprovementVerdicts
{
    /// <summary>The code, as used in tables.</summary>
    public static string Code(this ImprovementVerdict verdict) => verdict switch
    {
        ImprovementVerdict.Achieved => "achieved",
        ImprovementVerdict.NotAchieved => "not_achieved",
        ImprovementVerdict.TooEarly => "too_early",
        ImprovementVerdict.NoComparison => "no_comparison",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict)),
    };

    /// <summary>The verdict that follows from an estimate.</summary>
    /// <param name="target">Target of the outcome after the measure, in the outcome's unit; null if the measure had none.</param>
    public static ImprovementVerdict Of(ImprovementOutcome outcome, EffectEstimate estimate, double? target) =>
        outcome.IsSurelyBetter(estimate.Relative) && (target is null || estimate.AfterLower >= target)
            ? ImprovementVerdict.Achieved
            : ImprovementVerdict.NotAchieved;
}
