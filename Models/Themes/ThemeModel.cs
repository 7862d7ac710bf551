using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// The theme classifier of comments: multinomial logistic regression over <see cref="ThemeFeatures"/>. The model is safe for concurrent
/// use.
/// </summary>
public sealed class ThemeModel
{
    /// <summary>Minimum probability of a theme; a comment below it is unclear. Chance gives each of the nine themes .11.</summary>
    public const double LeastProbability = 0.4;

    private readonly ThemeFeatures _features = new(new ThemeLexicon());
    private readonly float[][] _weights;
    private readonly float[] _biases;

    internal ThemeModel(float[][] weights, float[] biases, ThemeAccuracy? accuracy = null) =>
        (_weights, _biases, Accuracy) = (weights, biases, accuracy);

    /// <summary>Accuracy on labelled texts that the model did not learn from; null where there are too few labelled texts.</summary>
    public ThemeAccuracy? Accuracy { get; }

    /// <summary>
    /// The most probable theme; null (unclear) where its probability is below <see cref="LeastProbability"/> or the comment has no
    /// letters.
    /// </summary>
    public CommentTheme? Predict(string comment) => PredictNormalised(CommentText.Normalise(comment));

    internal ThemeModel With(ThemeAccuracy? accuracy) => new(_weights, _biases, accuracy);

    internal CommentTheme? PredictNormalised(string text)
    {
        if (text.Length <= 1) return null;
        var (indices, values) = _features.Of(text, out _);
        var scores = new double[_weights.Length];
        for (var theme = 0; theme < scores.Length; theme++)
        {
            scores[theme] = _biases[theme];
            for (var i = 0; i < indices.Length; i++) scores[theme] += _weights[theme][indices[i]] * values[i];
        }

        var best = Array.IndexOf(scores, scores.Max());
        // Softmax relative to the highest score, so that it cannot overflow.
        var probability = 1 / scores.Sum(score => Math.Exp(score - scores[best]));
        return probability < LeastProbability ? null : (CommentTheme)best;
    }
}
