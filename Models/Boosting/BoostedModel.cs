using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Boosting;

/// <summary>
/// One LightGBM over all nodes and the whole horizon (a global, direct model: Montero-Manso and Hyndman 2021), with the target divided by the
/// node's scale. The target is not transformed: a model of the logarithm forecasts medians, and sums of medians are too low.
/// </summary>
internal sealed class BoostedModel
{
    public const string MemberName = "lightgbm";

    /// <summary>Targets are cut at this multiple of the scale; a single outlier would bend the trees.</summary>
    private const float MostTarget = 8;

    private const int FewestRows = 60;

    private readonly TreeEnsemble _trees;
    private readonly int _width;

    public readonly LinearModel Linear;
    public readonly TreeEnsemble RatioTrees;
    private BoostedModel(TreeEnsemble trees, TreeEnsemble ratio, LinearModel linear, int width, FeatureImportance[] importance) => (_trees, RatioTrees, Linear, _width, Importance) = (trees, ratio, linear, width, importance);
    public double[]?[] ForecastRatio(FeatureRows view, int horizon, bool linear, CancellationToken cancellationToken)
    {
        var means = new double[]?[view.Scales.Length];
        Parallel.For(0, means.Length, new ParallelOptions { CancellationToken = cancellationToken }, node =>
        {
            if (view.Scales[node] <= 0) return;
            var row = new float[_width];
            var room = new float[(2 * _width) + 1];
            var mean = new double[horizon];
            for (var h = 0; h < horizon; h++)
            {
                view.Write(node, h + 1, row);
                mean[h] = Math.Max(0, linear ? Linear.Score(row, (h + 1f) / horizon, room) : RatioTrees.Score(row)) * view.Scales[node] * view.IndexOf(node, h + 1);
            }

            means[node] = mean;
        });
        return means;
    }

    /// <summary>Largest first.</summary>
    public FeatureImportance[] Importance { get; }

    /// <summary>Fits on what is known before <paramref name="cut"/>; null if that is too little.</summary>
    /// <param name="views">Features at past origins; those at or after the cut are left out.</param>
    public static BoostedModel? Fit(IReadOnlyList<(int Origin, FeatureRows Rows)> views, PanelHistory history, int cut, EngineOptions options)
    {
        var usable = views.Where(view => view.Origin < cut).ToArray();
        var names = usable.Select(view => view.Rows.Names()).FirstOrDefault(found => found.Length > 0);
        if (names is null) return null;
        var rows = TrainingSample.Draw(usable, history, cut, names.Length, MostTarget, options);
        if (rows.Length < FewestRows) return null;
        var (trees, shares) = TreeTrainer.Fit(rows, options);
        var (ratio, _) = TreeTrainer.Fit([.. rows.Select(r => new TreeTrainer.Row { Features = r.Features, Label = r.Ratio, Weight = r.RatioWeight })], options);
        return new BoostedModel(
            trees, ratio, LinearModel.Fit(rows, history.Horizon),
            names.Length,
            [.. names.Select((name, i) => new FeatureImportance(name, shares[i])).OrderByDescending(importance => importance.Share)]);
    }

    /// <returns>Node x horizon; null for a node without a scale.</returns>
    public double[]?[] Forecast(FeatureRows view, int horizon, CancellationToken cancellationToken)
    {
        var means = new double[]?[view.Scales.Length];
        Parallel.For(0, means.Length, new ParallelOptions { CancellationToken = cancellationToken }, node =>
        {
            if (view.Scales[node] <= 0) return;
            var row = new float[_width];
            var mean = new double[horizon];
            for (var h = 0; h < horizon; h++)
            {
                view.Write(node, h + 1, row);
                mean[h] = Math.Max(0, _trees.Score(row)) * view.Scales[node];
            }

            means[node] = mean;
        });
        return means;
    }

    /// <summary>The forecast of one period over the node's scale, perhaps with another calendar than the real one.</summary>
    public double Score(FeatureRows view, int node, int horizon, ReadOnlySpan<float> calendar = default)
    {
        var row = new float[_width];
        view.Write(node, horizon, row);
        calendar.CopyTo(row.AsSpan(_width - calendar.Length));
        return Math.Max(0, _trees.Score(row));
    }

    public void Write(BinaryWriter writer)
    {
        _trees.Write(writer);
        RatioTrees.Write(writer);
        Linear.Write(writer);
        writer.Write(_width);
        writer.WriteList(Importance, (w, importance) =>
        {
            w.Write(importance.Feature);
            w.Write(importance.Share);
        });
    }

    public static BoostedModel Read(BinaryReader reader) =>
        new(TreeEnsemble.Read(reader), TreeEnsemble.Read(reader), LinearModel.Read(reader), reader.ReadInt32(), reader.ReadList(r => new FeatureImportance(r.ReadString(), r.ReadDouble())));
}
