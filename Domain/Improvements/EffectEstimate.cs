namespace CommunityDemand.Domain.Improvements;

/// <summary>What a measure did to an outcome, against communities without it; intervals hold the truth 95 times in 100.</summary>
/// <param name="Before">The community's outcome before.</param>
/// <param name="After">Its outcome after.</param>
/// <param name="ControlBefore">The controls' outcome before, weighted as in the estimate.</param>
/// <param name="ControlAfter">The controls' outcome after.</param>
/// <param name="Effect">After, less what it would have been without the measure; in the outcome's unit.</param>
/// <param name="Relative">The effect over what the outcome would have been without the measure: .125 is +12.5%.</param>
/// <param name="AfterLower">What the outcome after is at least, by 97.5%, taken for itself; null where no target speaks of it.</param>
/// <param name="Controls">Communities compared with.</param>
/// <param name="Log">The relative effect as it is pooled with those of other measures.</param>
public sealed record EffectEstimate(
    double Before, double After, double ControlBefore, double ControlAfter, Interval Effect, Interval Relative, double? AfterLower,
    int Controls, LogEffect Log);

/// <summary>An estimate with its 95% interval.</summary>
public readonly record struct Interval(double Estimate, double Lower, double Upper);
