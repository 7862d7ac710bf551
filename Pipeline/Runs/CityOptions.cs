using System.ComponentModel.DataAnnotations;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>What the city is. Configuration section <c>City</c>.</summary>
public sealed class CityOptions : IValidatableObject
{
    /// <summary>
    /// Country of the public holidays, one of <see cref="HolidayRules.Countries"/>, or <c>none</c> where only dataset <c>calendar</c> gives
    /// holidays. Rows of that dataset override the rules of the country. Default CN.
    /// </summary>
    [Required]
    public string Country { get; set; } = "CN";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!HolidayRules.Knows(Country))
            yield return new ValidationResult(
                $"City:Country '{Country}' has no holiday rules. Set one of {string.Join(", ", HolidayRules.Countries)}, or none "
                    + "and upload dataset calendar.",
                [nameof(Country)]);
    }

    /// <summary>The holidays of the country.</summary>
    internal HolidayRules Holidays() => HolidayRules.For(Country);
}
