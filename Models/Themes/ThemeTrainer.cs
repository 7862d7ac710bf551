using CommunityDemand.Domain.Feedback;
using CommunityDemand.Domain.Text;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// Trainer of the theme model. It learns from labelled texts, and always from seed phrases at a low weight. For themes with few labels it
/// also learns from texts in which the seed phrases of the theme lead (pseudo-labels; Lee 2013). The same sample gives the same model.
/// </summary>
public static class ThemeTrainer
{
    /// <summary>Minimum number of labelled texts for an evaluation; a fifth of the texts is then kept back.</summary>
    public const int FewestToJudge = 50;

    /// <summary>Number of labelled texts below which a theme also learns from pseudo-labels.</summary>
    private const int FewLabels = 20;

    private const ulong HeldOutOneIn = 5;
    private const ulong HeldOutSalt = 1;
    private const float SeedWeight = 0.3f;
    private const float PseudoWeight = 0.5f;
    private const float L2 = 0.1f;
    private const int Iterations = 60;
    private const int History = 8;
    private const float Tolerance = 1e-5f;

    /// <summary>
    /// Fits the model, and evaluates a model fitted in the same way on labelled texts that it did not see. The hash decides which texts
    /// are kept back, so equal texts are on one side.
    /// </summary>
    public static ThemeModel Train(CommentSample sample)
    {
        var labelled = sample.Labelled.ToArray();
        var unlabelled = sample.Unlabelled.Select(text => text.Text).ToArray();
        var model = Fit(labelled, unlabelled);
        if (labelled.Length < FewestToJudge) return model;
        var sides = labelled.ToLookup(text => StableHash.Of(text.Text, HeldOutSalt) % HeldOutOneIn == 0);
        var judged = Fit([.. sides[false]], unlabelled);
        var accuracy = new ThemeAccuracy();
        foreach (var text in sides[true]) accuracy.Add((CommentTheme)text.Label, judged.PredictNormalised(text.Text));
        return model.With(accuracy);
    }

    private static ThemeModel Fit(SampledComment[] labelled, string[] unlabelled)
    {
        var features = new ThemeFeatures(new ThemeLexicon());
        var rows = new List<Row>();
        rows.AddRange(
            SeedPhrases.All.SelectMany(theme =>
                theme.Phrases.Select(phrase => RowOf(features, CommentText.Normalise(phrase), (int)theme.Theme, SeedWeight))));
        rows.AddRange(labelled.Select(text => RowOf(features, text.Text, text.Label, 1)));
        var known = labelled.CountBy(text => text.Label).Where(label => label.Value >= FewLabels).Select(label => label.Key).ToHashSet();
        if (known.Count < CommentThemes.All.Count) rows.AddRange(unlabelled.Select(text => PseudoRow(features, text, known)).OfType<Row>());
        return Fit(rows);
    }

    private static Row RowOf(ThemeFeatures features, string text, int theme, float weight) =>
        RowOf(features.Of(text, out _), theme, weight);

    private static Row? PseudoRow(ThemeFeatures features, string text, HashSet<int> known)
    {
        var found = features.Of(text, out var phrases);
        return ThemeLexicon.Leader(phrases) is { } theme && !known.Contains(theme) ? RowOf(found, theme, PseudoWeight) : null;
    }

    private static Row RowOf((int[] Indices, float[] Values) features, int theme, float weight) => new()
    {
        Label = (uint)theme,
        Weight = weight,
        Features = new VBuffer<float>(ThemeFeatures.Width, features.Indices.Length, features.Values, features.Indices),
    };

    private static ThemeModel Fit(List<Row> rows)
    {
        var context = new MLContext(seed: 1);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, ThemeFeatures.Width);
        schema[nameof(Row.Label)].ColumnType = new KeyDataViewType(typeof(uint), CommentThemes.All.Count);
        var trainer = context.MulticlassClassification.Trainers.LbfgsMaximumEntropy(new LbfgsMaximumEntropyMulticlassTrainer.Options
        {
            FeatureColumnName = nameof(Row.Features),
            LabelColumnName = nameof(Row.Label),
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            L2Regularization = L2,
            MaximumNumberOfIterations = Iterations,
            HistorySize = History,
            OptimizationTolerance = Tolerance,
            // A fixed order of summation gives identical results.
            NumberOfThreads = 1,
        });
        var model = trainer.Fit(context.Data.LoadFromEnumerable(rows, schema)).Model;
        VBuffer<float>[] weights = [];
        model.GetWeights(ref weights, out _);
        return new ThemeModel([.. weights.Select(theme => theme.DenseValues().ToArray())], [.. model.GetBiases()]);
    }

    /// <summary>A training row in the form that ML.NET reads.</summary>
    private sealed class Row
    {
        public VBuffer<float> Features { get; init; }

        /// <summary>Label, counted from 0: ML.NET adds 1, because its keys begin at 1.</summary>
        public uint Label { get; init; }

        public float Weight { get; init; }
    }
}
