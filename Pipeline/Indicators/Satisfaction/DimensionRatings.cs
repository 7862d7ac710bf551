using CommunityDemand.Domain.Evaluation;

namespace CommunityDemand.Pipeline.Indicators.Satisfaction;

/// <summary>Ratings of the same answers on every dimension.</summary>
internal sealed class DimensionRatings
{
    private readonly Ratings[] _ratings = new Ratings[SatisfactionDimensions.All.Count];

    public Ratings this[SatisfactionDimension dimension] => _ratings[(int)dimension];

    /// <summary>Adds an answer.</summary>
    /// <param name="scores">
    /// Scores from 1 to 5, in the order of the dimensions after <see cref="SatisfactionDimension.Overall"/>; null where there is no
    /// rating.
    /// </param>
    public void Add(ReadOnlySpan<int?> scores)
    {
        var (sum, rated) = (0, 0);
        for (var dimension = 0; dimension < scores.Length; dimension++)
        {
            if (scores[dimension] is not { } given) continue;
            (sum, rated) = (sum + given, rated + 1);
            Add((SatisfactionDimension)(dimension + 1), given, 1);
        }

        Add(SatisfactionDimension.Overall, sum, rated);
    }

    public void Add(DimensionRatings other)
    {
        for (var dimension = 0; dimension < _ratings.Length; dimension++) _ratings[dimension] += other._ratings[dimension];
    }

    private void Add(SatisfactionDimension dimension, int sum, int rated) =>
        _ratings[(int)dimension] = _ratings[(int)dimension].With(sum, rated);
}
