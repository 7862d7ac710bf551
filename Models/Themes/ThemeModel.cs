using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// Tells what a comment is about: multinomial logistic regression over <see cref="ThemeFeatures"/>. Safe for use by several threads.
/// </summary>
public sealed class ThemeModel
{
    /// <summary>Probability below which a comment is unclear: with nine themes chance gives each .11.</summary>
    public const double LeastProbability = 0.4;

    private readonly ThemeFeatures _features = new(new ThemeLexicon());
    private readonly float[][] _weights;
    private readonly float[] _biases;

    internal ThemeModel(float[][] weights, float[] biases, ThemeAccuracy? accuracy = null) =>
        (_weights, _biases, Accuracy) = (weights, biases, accuracy);

    /// <summary>How well the model does on labelled texts that it did not learn from; null where too few are labelled to tell.</summary>
    public ThemeAccuracy? Accuracy { get; }

    /// <summary>
    /// The likeliest theme; null, unclear, where it is less likely than <see cref="LeastProbability"/> or the comment has no letters.
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
        // Softmax, less its largest score so that it can't overflow.
        var probability = 1 / scores.Sum(score => Math.Exp(score - scores[best]));
        return probability < LeastProbability ? null : (CommentTheme)best;
    }
}
