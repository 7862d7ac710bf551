using System.ComponentModel.DataAnnotations;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Settings of what is forecast. Configuration section <c>Forecasting</c>.</summary>
public sealed class ForecastingOptions : IValidatableObject
{
    /// <summary>Value of <see cref="Frequency"/> that lets the data decide.</summary>
    public const string Auto = "auto";

    /// <summary>
    /// Frequency of the city: <c>day</c>, <c>week</c> or <c>month</c>; or <c>auto</c>, the finest at which at least 80% of demand is
    /// reported. Finer figures are summed; services that are counted by longer periods are left out and told. Default auto.
    /// </summary>
    [Required]
    public string Frequency { get; set; } = Auto;

    /// <summary>The frequency that is set; null where the data decide.</summary>
    internal Cadence? Fixed => Frequencies.TryParse(Frequency, out var frequency) ? Cadence.Of(frequency) : null;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        var isAuto = string.Equals(Frequency, Auto, StringComparison.OrdinalIgnoreCase);
        if (!isAuto && !(Frequencies.TryParse(Frequency, out var known) && Cadence.All.Any(cadence => cadence.Frequency == known)))
            yield return new ValidationResult(
                $"Forecasting:Frequency '{Frequency}' is unknown: set auto, day, week or month.", [nameof(Frequency)]);
    }
}
