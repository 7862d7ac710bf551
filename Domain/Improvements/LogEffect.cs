namespace CommunityDemand.Domain.Improvements;

/// <summary>
/// What one measure's data say of its relative effect, as the logarithm of after / what would have come without it, so that effects can be
/// pooled.
/// </summary>
/// <param name="ControlVariance">
/// Variance that it has from the controls' mean change, which it shares with measures judged against the same controls.
/// </param>
/// <param name="Freedom">Degrees of freedom of its variances.</param>
public abstract record LogEffect(double ControlVariance, int Freedom)
{
    /// <summary>
    /// How far the data lie from an effect, and with what variance of their own, that is without <see cref="ControlVariance"/>.
    /// </summary>
    /// <param name="effect">A logarithm of a ratio; finite.</param>
    public abstract (double Residual, double Variance) At(double effect);
}

/// <summary>An effect whose estimate is near enough to normal.</summary>
/// <param name="Estimate">Logarithm of a ratio.</param>
/// <param name="Variance">Its variance, without the controls' part.</param>
public sealed record NormalLogEffect(double Estimate, double Variance, double ControlVariance, int Freedom)
    : LogEffect(ControlVariance, Freedom)
{
    /// <inheritdoc/>
    public override (double Residual, double Variance) At(double effect) => (Estimate - effect, Variance);
}

/// <summary>An effect on few events: those after, of all of both sides, are binomial, and there may be none on a side.</summary>
/// <param name="Events">Of both sides.</param>
/// <param name="After">Those after.</param>
/// <param name="Offset">Log odds of an event's being one after, without an effect.</param>
/// <param name="Spread">What the controls show of other communities' changes.</param>
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
