using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Models.Themes;

/// <summary>Accuracy of a theme model, by theme and averaged over the themes that have cases (macro).</summary>
public sealed class ThemeAccuracy
{
    private readonly ConfusionMatrix _matrix = new(CommentThemes.All.Count);

    /// <summary>Number of evaluated texts.</summary>
    public int Count => _matrix.Count;

    public double MacroPrecision => _matrix.Macro(_matrix.Precision);

    public double MacroRecall => _matrix.Macro(_matrix.Recall);

    public double MacroF1 => _matrix.Macro(_matrix.F1);

    /// <param name="predicted">
    /// Predicted theme; null where the model found the text unclear, which counts as a miss of the actual theme but not as a prediction
    /// of another.
    /// </param>
    public void Add(CommentTheme actual, CommentTheme? predicted) => _matrix.Add((int)actual, (int?)predicted);

    /// <summary>F1 score of a theme.</summary>
    public int Support(CommentTheme theme) => _matrix.Support((int)theme);

    /// <inheritdoc cref="ConfusionMatrix.Precision"/>
    public double Precision(CommentTheme theme) => _matrix.Precision((int)theme);

    /// <inheritdoc cref="ConfusionMatrix.Recall"/>
    public double Recall(CommentTheme theme) => _matrix.Recall((int)theme);

    /// <inheritdoc cref="ConfusionMatrix.F1"/>
    public double F1(CommentTheme theme) => _matrix.F1((int)theme);
}
