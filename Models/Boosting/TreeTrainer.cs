using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace CommunityDemand.Models.Boosting;

/// <summary>Fits LightGBM (Ke et al. 2017) with squared loss: the mean, which sums need, not the median.</summary>
internal static class TreeTrainer
{
    /// <summary>Fits the rows; the same rows, settings and seed give the same trees.</summary>
    /// <returns>The trees, and each feature's share of the error taken away.</returns>
    /// <param name="target">What to learn of a row, and its weight.</param>
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
            // One thread is as fast as two here, and gives the same bits everywhere.
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
        // Split gains are sums of squares: their roots, which ML.NET gives, are squared back.
        foreach (var (feature, gain) in gains.Items()) shares[feature] = (double)gain * gain;
        var total = shares.Sum();
        for (var i = 0; i < width && total > 0; i++) shares[i] /= total;
        return shares;
    }

    /// <summary>A row as ML.NET reads it.</summary>
    private sealed class Row
    {
        public required float[] Features { get; init; }

        public float Label { get; init; }

        public float Weight { get; init; }
    }
}
