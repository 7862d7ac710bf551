namespace CommunityDemand.Domain.Improvements;

/// <summary>Effect of a measure on an outcome, compared with communities without the measure. Intervals are 95% intervals.</summary>
/// <param name="Before">Outcome of the community before the measure.</param>
/// <param name="After">Outcome of the community after the measure.</param>
/// <param name="ControlBefore">Outcome of the controls before the measure, weighted as in the estimate.</param>
/// <param name="ControlAfter">Outcome of the controls after the measure.</param>
/// <param name="Effect">Outcome after the measure minus the outcome expected without the measure; in the outcome's unit.</param>
/// <param name="Relative">Effect divided by the outcome expected without the measure: .125 is +12.5%.</param>
/// <param name="AfterLower">
/// Lower 97.5% bound of the outcome after the measure, without comparison; null where the outcome can have no target.
/// </param>
/// <param name="Controls">Number of communities compared with.</param>
/// <param name="Log">Relative effect as a logarithm, for pooling with the effects of other measures.</param>
public sealed record EffectEstimate(
    double Before, double After, double ControlBefore, double ControlAfter, Interval Effect, Interval Relative, double? AfterLower,
    int Controls, LogEffect Log);

/// <summary>An estimate with its 95% interval.</summary>
public readonly record struct Interval(double Estimate, double Lower, double Upper);
