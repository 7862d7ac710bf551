using CommunityDemand.Models.Features;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Storage;

namespace CommunityDemand.Models.Boosting;

/// <summary>
/// Models that are fitted once over all nodes and the whole horizon (global, direct models: Montero-Manso and Hyndman 2021), with the
/// target relative to the scale of the node. Targets are not transformed: a model of the logarithm forecasts medians, and sums of medians
/// are too low.
/// </summary>
internal sealed class GlobalModels
{
    /// <summary>Trees on the value divided by the scale.</summary>
    public const string Trees = "lightgbm";

    /// <summary>Trees on the value divided by scale and seasonal index: the variation left when season and calendar are known.</summary>
    public const string IndexTrees = "lightgbm_index";

    /// <summary>Names of the members, in the order of <see cref="Forecast"/>.</summary>
    public static readonly string[] MemberNames = [Trees, IndexTrees, LinearModel.MemberName];

    /// <summary>Maximum target, as a multiple of the scale. A single outlier above it would distort the trees.</summary>
    public const float MostTarget = 8;

    private const int FewestRows = 60;

    private readonly TreeEnsemble _trees;
    private readonly TreeEnsemble _indexTrees;
    private readonly LinearModel _linear;

    private GlobalModels(TreeEnsemble trees, TreeEnsemble indexTrees, LinearModel linear, FeatureImportance[] importance) =>
        (_trees, _indexTrees, _linear, Importance) = (trees, indexTrees, linear, importance);

    /// <summary>Importance of the features over both sets of trees, highest first.</summary>
    public FeatureImportance[] Importance { get; }

    /// <summary>Number of features.</summary>
    private int Width => _linear.Width;

    /// <summary>Fits the models on data before <paramref name="cut"/>; null if there are too few.</summary>
    /// <param name="views">Features at past origins; origins at or after the cut are left out.</param>
    public static GlobalModels? Fit(IReadOnlyList<FeatureRows> views, PanelHistory history, int cut, BoostingOptions options)
    {
        var usable = views.Where(view => view.Origin < cut).ToArray();
        var names = usable.Select(view => view.Names()).FirstOrDefault(found => found.Length > 0);
        if (names is null) return null;
        var rows = TrainingSample.Draw(usable, history, cut, names.Length, options);
        // Trees on zeros only have no split, and ML.NET cannot hold a tree without a split.
        if (rows.Length < FewestRows || Array.TrueForAll(rows, row => row.Label <= 0)) return null;
        var (trees, shares) = TreeTrainer.Fit(rows, row => (row.Label, row.Weight), options);
        var (indexTrees, indexShares) = TreeTrainer.Fit(rows, row => (row.IndexLabel, row.IndexWeight), options);
        return new GlobalModels(
            trees,
            indexTrees,
            LinearModel.Fit(rows, history.Horizon),
            [
                .. names.Select((name, i) => new FeatureImportance(name, (shares[i] + indexShares[i]) / 2))
                    .OrderByDescending(importance => importance.Share),
            ]);
    }

    /// <summary>Writes forecasts of a node with a positive scale, in the unit of the node.</summary>
    /// <param name="members">
    /// Index into <see cref="MemberNames"/> for each row of <paramref name="forecasts"/>; negative for a row of another member.
    /// </param>
    /// <param name="forecasts">Forecasts, row x horizon.</param>
    public void Forecast(NodeFeatures node, ReadOnlySpan<int> members, Span<double> forecasts)
    {
        var horizon = forecasts.Length / members.Length;
        Span<float> row = stackalloc float[Width];
        Span<float> room = stackalloc float[(2 * Width) + 1];
        for (var h = 0; h < horizon; h++)
        {
            node.Write(h + 1, row);
            var level = node.Scale * node.IndexOf(h + 1);
            for (var i = 0; i < members.Length; i++)
            {
                if (members[i] < 0) continue;
                forecasts[(i * horizon) + h] = members[i] switch
                {
                    0 => Math.Max(0, _trees.Score(row)) * node.Scale,
                    1 => Math.Max(0, _indexTrees.Score(row)) * level,
                    _ => _linear.Score(row, (h + 1f) / horizon, room) * level,
                };
            }
        }
    }

    public void Write(BinaryWriter writer)
    {
        _trees.Write(writer);
        _indexTrees.Write(writer);
        _linear.Write(writer);
        writer.WriteList(Importance, (w, importance) =>
        {
            w.Write(importance.Feature);
            w.Write(importance.Share);
        });
    }

    public static GlobalModels Read(BinaryReader reader) => new(
        TreeEnsemble.Read(reader),
        TreeEnsemble.Read(reader),
        LinearModel.Read(reader),
        reader.ReadList(r => new FeatureImportance(r.ReadString(), r.ReadDouble())));
}
