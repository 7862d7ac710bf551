using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace CommunityDemand.Models.Boosting;

/// <summary>
/// Trainer of LightGBM trees (Ke et al. 2017) with squared loss. Squared loss gives the mean rather than the median, and only means can
/// be summed.
/// </summary>
internal static class TreeTrainer
{
    /// <summary>Fits trees to the rows; the same rows, settings and seed give the same trees.</summary>
    /// <returns>The trees, and the share of each feature in the error removed.</returns>
    /// <param name="target">The target of a row, and its weight.</param>
    public static (TreeEnsemble Trees, double[] Importance) Fit(
        IReadOnlyList<TrainingRow> rows, Func<TrainingRow, (float Label, float Weight)> target, BoostingOptions options)
    {
        var width = rows[0].Features.Length;
        var context = new MLContext(options.Seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, width);
        var data = context.Data.LoadFromEnumerable(
            rows.Select(row => new Row { Features = row.Features, Label = target(row).Label, Weight = target(row).Weight }), schema);
        var trainer = context.Regression.Trainers.LightGbm(new LightGbmRegressionTrainer.Options
        {
            FeatureColumnName = nameof(Row.Features),
            LabelColumnName = nameof(Row.Label),
            ExampleWeightColumnName = nameof(Row.Weight),
            NumberOfIterations = options.Trees,
            NumberOfLeaves = options.Leaves,
            LearningRate = options.LearningRate,
            MinimumExampleCountPerLeaf = Math.Clamp(rows.Count / 200, 2, 40),
            MaximumBinCountPerFeature = 127,
            // One thread is as fast as two here, and gives identical results on every machine.
            NumberOfThreads = 1,
            Seed = options.Seed,
            Deterministic = true,
            ForceColumnWise = true,
            Silent = true,
            Booster = new GradientBooster.Options
            {
                FeatureFraction = 0.6,
                SubsampleFraction = 0.7,
                SubsampleFrequency = 1,
                L2Regularization = 1,
            },
        });
        var model = trainer.Fit(data).Model;
        VBuffer<float> gains = default;
        model.GetFeatureWeights(ref gains);
        return (TreeEnsemble.From(model.TrainedTreeEnsemble), Shares(gains, width));
    }

    private static double[] Shares(VBuffer<float> gains, int width)
    {
        var shares = new double[width];
        // ML.NET returns the square roots of the split gains, which are sums of squares.
        foreach (var (feature, gain) in gains.Items()) shares[feature] = (double)gain * gain;
        var total = shares.Sum();
        for (var i = 0; i < width && total > 0; i++) shares[i] /= total;
        return shares;
    }

    /// <summary>A training row in the form that ML.NET reads.</summary>
    private sealed class Row
    {
        public required float[] Features { get; init; }

        public float Label { get; init; }

        public float Weight { get; init; }
    }
}
