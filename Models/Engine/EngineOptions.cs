using System.ComponentModel.DataAnnotations;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Engine;

/// <summary>Settings of the engine. The defaults serve; each says what it trades.</summary>
public sealed record EngineOptions
{
    /// <summary>Periods in a season; null: the frequency's usual one (24 hours, 7 days, 52 weeks, 12 months, 4 quarters, 1 year).</summary>
    [Range(1, 10_000)]
    public int? Season { get; set; }

    /// <summary>Seed of everything drawn at random: the same seed and data give the same bits.</summary>
    public int Seed { get; set; } = 20_251;

    /// <summary>Most origins of the backtest that chooses, weights and calibrates. More is slower and steadier. Default 3.</summary>
    [Range(1, 12)]
    public int BacktestOrigins { get; set; } = 3;

    /// <summary>Whether the global boosted model takes part. Without it training is about five times as fast. Default true.</summary>
    public bool Boosting { get; set; } = true;

    /// <summary>Most rows that one boosted model learns from; time and memory grow with it. Default 40,000.</summary>
    [Range(1_000, 2_000_000)]
    public int TrainingRows { get; set; } = 40_000;

    /// <summary>Trees of a boosted model. Default 150.</summary>
    [Range(10, 2_000)]
    public int Trees { get; set; } = 150;

    /// <summary>Leaves of a tree. Default 8: on three sets as good as 15 or 31 or better, and quicker.</summary>
    [Range(2, 255)]
    public int Leaves { get; set; } = 8;

    /// <summary>Shrinkage of each tree. Default 0.06.</summary>
    [Range(0.001, 1)]
    public double LearningRate { get; set; } = 0.06;

    /// <summary>Names of the members that may take part; null: all. For measuring what each adds.</summary>
    public IReadOnlyList<string>? Members { get; set; }

    /// <summary>How forecasts are made to add up; null (the default): as the backtest finds best.</summary>
    public ReconciliationMethod? Reconciliation { get; set; }

    internal BoostingOptions ForBoosting => new(Seed, TrainingRows, Trees, Leaves, LearningRate);

    /// <exception cref="ValidationException">A setting is out of its range; the message names it.</exception>
    internal void Validate()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        string[] known = [.. StatisticalMembers.Names, .. GlobalModels.MemberNames];
        if (Members?.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
            throw new ValidationException(
                $"{nameof(Members)}: there is no member '{unknown}'. The members are {string.Join(", ", known)}.");
    }
}
