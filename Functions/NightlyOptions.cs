using System.ComponentModel.DataAnnotations;

namespace CommunityDemand.Functions;

/// <summary>When the night starts. Configuration section <c>Nightly</c>.</summary>
public sealed class NightlyOptions : IValidatableObject
{
    /// <summary>Time of day, in <see cref="TimeZone"/>. Default: 02:00.</summary>
    public TimeOnly At { get; set; } = new(2, 0);

    /// <summary>Id in the machine's time zone database. Default: <c>Asia/Shanghai</c>.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult(
                $"Nightly:TimeZone '{TimeZone}' is not known on this machine. Use an id such as 'Asia/Shanghai' (on Windows 'China Standard Time').",
                [nameof(TimeZone)]);
        }
    }
}
