using System.ComponentModel.DataAnnotations;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Settings of the nightly run. Configuration section <c>Run</c>.</summary>
public sealed class RunOptions : IValidatableObject
{
    /// <summary>Days ahead to forecast. Default 28.</summary>
    [Range(1, 366)]
    public int Horizon { get; set; } = 28;

    /// <summary>Most days of history that a forecast learns from. Default 1,155: three years and eight weeks.</summary>
    [Range(28, 7305)]
    public int HistoryDays { get; set; } = 1155;

    /// <summary>Fewest days with any usage to train on; with less the champion forecasts, and without one the run fails and says so. Default 56: eight weeks.</summary>
    [Range(28, 7305)]
    public int MinimumHistoryDays { get; set; } = 56;

    /// <summary>The city's time zone (IANA name): later days than its today are not yet history. Default Asia/Shanghai.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>Whose public holidays: <c>CN</c>, or <c>none</c> where uploads alone say. Default CN.</summary>
    [Required]
    public string Country { get; set; } = "CN";

    /// <summary>
    /// How much more error than the champion's a challenger may have and still take its place, as a part of the champion's. Default 0.05: above what
    /// the same settings differ by from night to night (3% on the sample city). 0 promotes only what is at least as good.
    /// </summary>
    [Range(0.0, 10.0)]
    public double PromotionTolerance { get; set; } = 0.05;

    /// <summary>Version of the model that forecasts, whatever a backtest says, and without training: to go back to an earlier one. Default: none.</summary>
    public string? PinnedModel { get; set; }

    /// <summary>
    /// Part of the champion's series, and of its days, that a night must have for a challenger to be trained; with less the champion goes on. Default 0.7; 0 never
    /// minds.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LeastDataShare { get; set; } = 0.7;

    /// <summary>
    /// Part of its usual demand that the last week must have for a challenger to be trained (nor may it have the inverse of that or more); else the champion
    /// goes on. Default 0.5; 0 never minds.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LeastVolumeShare { get; set; } = 0.5;

    /// <summary>Published runs whose tables stay, the current one included. Default 3.</summary>
    [Range(1, 100)]
    public int KeepRuns { get; set; } = 3;

    /// <summary>Days for which the forecast files of published runs stay, to be compared with what came. Default 120.</summary>
    [Range(1, 3660)]
    public int KeepForecastDays { get; set; } = 120;

    /// <summary>Settings of the forecasting engine, its seed among them.</summary>
    public EngineOptions Engine { get; set; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult($"Run:TimeZone '{TimeZone}' is no time zone known here. Use an IANA name such as Asia/Shanghai.", [nameof(TimeZone)]);
        if (!IsKnownCountry())
            yield return new ValidationResult($"Run:Country '{Country}' has no holiday rules. Set CN, or none and upload dataset calendar.", [nameof(Country)]);
        if (MinimumHistoryDays > HistoryDays)
            yield return new ValidationResult("Run:MinimumHistoryDays is more than Run:HistoryDays.", [nameof(MinimumHistoryDays)]);
        var engine = new List<ValidationResult>();
        Validator.TryValidateObject(Engine, new ValidationContext(Engine), engine, validateAllProperties: true);
        foreach (var result in engine) yield return result;
    }

    private bool IsKnownCountry()
    {
        try
        {
            HolidayRules.For(Country);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
