namespace CommunityDemand.Domain.Improvements;

/// <summary>Number of measures by verdict on one outcome.</summary>
public readonly record struct VerdictCounts(int Achieved, int NotAchieved, int TooEarly, int NoComparison)
{
    /// <summary>Number of measures.</summary>
    public int Measures => Achieved + NotAchieved + TooEarly + NoComparison;

    /// <summary>Number of measures with enough data for a verdict.</summary>
    public int Judged => Achieved + NotAchieved;

    /// <summary>Share of the judged measures that achieved their purpose; null where none is judged.</summary>
    public double? AchievedShare => Judged > 0 ? (double)Achieved / Judged : null;

    public static VerdictCounts Of(IEnumerable<ImprovementVerdict> verdicts)
    {
        var counts = verdicts.CountBy(verdict => verdict).ToDictionary();
        return new(
            counts.GetValueOrDefault(ImprovementVerdict.Achieved),
            counts.GetValueOrDefault(ImprovementVerdict.NotAchieved),
            counts.GetValueOrDefault(ImprovementVerdict.TooEarly),
            counts.GetValueOrDefault(ImprovementVerdict.NoComparison));
    }

    /// <summary>The verdict on all measures together.</summary>
    /// <param name="pooled">Mean relative effect of the measures; null where none is judged.</param>
    public ImprovementVerdict On(ImprovementOutcome outcome, PooledEffect? pooled) =>
        pooled is not null ? (outcome.IsSurelyBetter(pooled.Relative) ? ImprovementVerdict.Achieved : ImprovementVerdict.NotAchieved)
        : TooEarly > 0 ? ImprovementVerdict.TooEarly
        : ImprovementVerdict.NoComparison;
}
