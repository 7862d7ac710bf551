using System.ComponentModel.DataAnnotations;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Engine;

/// <summary>Settings of the forecasting engine. The defaults suit most panels; each setting names its trade-off.</summary>
public sealed record EngineOptions
{
    /// <summary>
    /// Number of periods in a season; null for the usual number of the frequency (7 days, 52 weeks, 12 months, 4 quarters, 1 year; for
    /// hours 168 or 24, whichever forecasts better in the backtest).
    /// </summary>
    [Range(1, 10_000)]
    public int? Season { get; set; }

    /// <summary>Seed of all random draws. The same seed and data give identical results. Default 20,251.</summary>
    public int Seed { get; set; } = 20_251;

    /// <summary>
    /// Maximum number of origins of the backtest that selects, weights and calibrates. More origins are slower and give steadier results.
    /// Default 3.
    /// </summary>
    [Range(1, 12)]
    public int BacktestOrigins { get; set; } = 3;

    /// <summary>Whether the global boosted model takes part. Training is about five times as fast without it. Default true.</summary>
    public bool Boosting { get; set; } = true;

    /// <summary>Maximum number of rows that one boosted model learns from; time and memory grow with the rows. Default 40,000.</summary>
    [Range(1_000, 2_000_000)]
    public int TrainingRows { get; set; } = 40_000;

    /// <summary>Number of trees of a boosted model. Default 150.</summary>
    [Range(10, 2_000)]
    public int Trees { get; set; } = 150;

    /// <summary>Number of leaves of a tree. Default 8: at least as accurate as 15 or 31 on three data sets, and faster.</summary>
    [Range(2, 255)]
    public int Leaves { get; set; } = 8;

    /// <summary>Learning rate: the shrinkage of each tree. Default 0.06.</summary>
    [Range(0.001, 1)]
    public double LearningRate { get; set; } = 0.06;

    /// <summary>Names of the members that may take part; null for all. For measuring the contribution of each member.</summary>
    public IReadOnlyList<string>? Members { get; set; }

    /// <summary>Method of reconciliation; null (the default) for the method that is best in the backtest.</summary>
    public ReconciliationMethod? Reconciliation { get; set; }

    internal BoostingOptions ForBoosting => new(Seed, TrainingRows, Trees, Leaves, LearningRate);

    /// <exception cref="ValidationException">A setting is out of its range; the message names the setting.</exception>
    internal void Validate()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        string[] known = [.. StatisticalMembers.Names, .. GlobalModels.MemberNames];
        if (Members?.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new ValidationException(
                $"{nameof(Members)}: there is no member '{unknown}'. The members are {string.Join(", ", known)}.");
    }
}
