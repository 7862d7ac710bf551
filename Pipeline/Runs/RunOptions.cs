using System.ComponentModel.DataAnnotations;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Settings of the nightly run. Configuration section <c>Run</c>.</summary>
public sealed class RunOptions : IValidatableObject
{
    /// <summary>
    /// Periods ahead to forecast, in the frequency of the city. Default: none, which is 28 days, 13 weeks or 12 months.
    /// </summary>
    [Range(1, 366)]
    public int? Horizon { get; set; }

    /// <summary>
    /// Maximum number of days of history that a forecast learns from. Default: none, which is 1,155 days (three years and eight weeks) for
    /// a city that counts by day, five years by week and ten years by month.
    /// </summary>
    [Range(28, 7305)]
    public int? HistoryDays { get; set; }

    /// <summary>
    /// Minimum number of days with usage for training. With fewer days the champion forecasts; without a champion the run fails with a
    /// message. Default: none, which is 56 for a city that counts by day, 182 by week and 548 by month.
    /// </summary>
    [Range(28, 7305)]
    public int? MinimumHistoryDays { get; set; }

    /// <summary>Time zone of the city (IANA name). Days after today in this zone do not count as history. Default Asia/Shanghai.</summary>
    [Required]
    public string TimeZone { get; set; } = "Asia/Shanghai";

    /// <summary>
    /// Tolerance of a promotion: a challenger replaces the champion if its error is at most this share higher. Default 0.05, which is
    /// above the difference between nights with the same settings (3% on the sample city). With 0, the challenger must be at least as
    /// good.
    /// </summary>
    [Range(0.0, 10.0)]
    public double PromotionTolerance { get; set; } = 0.05;

    /// <summary>
    /// Version of the model that forecasts, regardless of any backtest and without training; for going back to an earlier version.
    /// Default: none.
    /// </summary>
    public string? PinnedModel { get; set; }

    /// <summary>
    /// Minimum share of the champion's series, and of its days, in the data of a night for training a challenger; with less the champion
    /// stays. Default 0.7; 0 turns the check off.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LeastDataShare { get; set; } = 0.7;

    /// <summary>
    /// Minimum share of usual demand in the last week for training a challenger; the inverse of the share is the upper limit. Outside the
    /// limits the champion stays. Default 0.5; 0 turns the check off.
    /// </summary>
    [Range(0.0, 1.0)]
    public double LeastVolumeShare { get; set; } = 0.5;

    /// <summary>Number of published runs whose tables are kept, including the current one. Default 3.</summary>
    [Range(1, 100)]
    public int KeepRuns { get; set; } = 3;

    /// <summary>
    /// Number of days for which forecast files of published runs are kept, for comparison with actual demand. Default 120.
    /// </summary>
    [Range(1, 3660)]
    public int KeepForecastDays { get; set; } = 120;

    /// <summary>Settings of the forecasting engine, including its seed.</summary>
    public EngineOptions Engine { get; set; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
            yield return new ValidationResult(
                $"Run:TimeZone '{TimeZone}' is not a known time zone. Use an IANA name such as Asia/Shanghai.", [nameof(TimeZone)]);
        if ((MinimumHistoryDays ?? Cadence.Daily.MinimumHistoryDays) > (HistoryDays ?? Cadence.Daily.HistoryDays))
            yield return new ValidationResult("Run:MinimumHistoryDays is more than Run:HistoryDays.", [nameof(MinimumHistoryDays)]);
        var engine = new List<ValidationResult>();
        Validator.TryValidateObject(Engine, new ValidationContext(Engine), engine, validateAllProperties: true);
        foreach (var result in engine) yield return result;
    }

    /// <summary>Periods ahead that a city of a cadence is forecast.</summary>
    internal int HorizonOf(Cadence cadence) => Horizon ?? cadence.Horizon;

    /// <summary>Most days of history that a city of a cadence learns from.</summary>
    internal int HistoryDaysOf(Cadence cadence) => HistoryDays ?? cadence.HistoryDays;

    /// <summary>Fewest periods with usage that a city of a cadence is trained on.</summary>
    internal int MinimumPeriodsOf(Cadence cadence) =>
        cadence.PeriodsIn(Math.Min(MinimumHistoryDays ?? cadence.MinimumHistoryDays, HistoryDaysOf(cadence)));
}
