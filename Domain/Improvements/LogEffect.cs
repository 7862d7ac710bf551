namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// Relative effect of one measure according to its data, as the logarithm of (outcome after / outcome expected without the measure).
/// Effects in this form can be pooled.
/// </summary>
/// <param name="ControlVariance">
/// Part of the variance that comes from the mean change of the controls. Measures with the same controls share this part.
/// </param>
/// <param name="Freedom">Degrees of freedom of the variances.</param>
public abstract record LogEffect(double ControlVariance, int Freedom)
{
    /// <summary>
    /// Residual of the data from an assumed effect, and the variance of that residual without <see cref="ControlVariance"/>.
    /// </summary>
    /// <param name="effect">Assumed effect: a finite logarithm of a ratio.</param>
    public abstract (double Residual, double Variance) At(double effect);
}

/// <summary>An effect whose estimate is approximately normal.</summary>
/// <param name="Estimate">Logarithm of a ratio.</param>
/// <param name="Variance">Variance of the estimate, without the part of the controls.</param>
public sealed record NormalLogEffect(double Estimate, double Variance, double ControlVariance, int Freedom)
    : LogEffect(ControlVariance, Freedom)
{
    /// <inheritdoc/>
    public override (double Residual, double Variance) At(double effect) => (Estimate - effect, Variance);
}

/// <summary>
/// An effect on rare events. Given the events of both sides, the number of events after the measure is binomial; a side may have no
/// events.
/// </summary>
/// <param name="Events">Events of both sides.</param>
/// <param name="After">Events after the measure.</param>
/// <param name="Offset">Log odds, without an effect, that an event falls after the measure.</param>
/// <param name="Spread">Distribution of the changes of the controls.</param>
public sealed record BinomialLogEffect(int Events, int After, double Offset, ChangeSpread Spread)
    : LogEffect(Spread.MeanVariance, Spread.Freedom)
{
    /// <inheritdoc/>
    public override (double Residual, double Variance) At(double effect)
    {
        var share = 1 / (1 + Math.Exp(-(Offset + effect)));
        var information = Events * share / (1 + Math.Exp(Offset + effect));
        return ((After - (Events * share)) / information, (Spread.Scale / information) + Spread.Between);
    }
}
