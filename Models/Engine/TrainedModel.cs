using System.Security.Cryptography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Explaining;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Intervals;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Pooling;
using CommunityDemand.Models.Reconciliation;

namespace CommunityDemand.Models.Engine;

/// <summary>
/// What a training learned: how the members are weighted, the groups' seasonal indices, the boosted model, how to reconcile and how
/// wide the intervals are. It holds no series; <see cref="ForecastEngine.Predict"/> gives it those.
/// </summary>
public sealed class TrainedModel
{
    private readonly Lazy<string> _version;

    internal TrainedModel(LearnedState learned)
    {
        Learned = learned;
        _version = new(Digest);
    }

    /// <summary>Digest of everything learned: twelve hexadecimal digits, the same for the same data, settings and seed.</summary>
    public string Version => _version.Value;

    public required KeySchema Schema { get; init; }

    /// <summary>The periods the training saw; its last one is the origin.</summary>
    public required TimeAxis Trained { get; init; }

    /// <summary>Periods in a season.</summary>
    public required int Season { get; init; }

    /// <summary>Periods ahead.</summary>
    public required int Horizon { get; init; }

    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Names of the members, in the order of the weights.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>For each level the mean weight of each member.</summary>
    public required IReadOnlyDictionary<string, float[]> LevelWeights { get; init; }

    /// <summary>How forecasts are made to add up, chosen by the backtest.</summary>
    public required ReconciliationMethod Reconciliation { get; init; }

    /// <summary>
    /// Accuracy in the backtest, by level, over the horizon and its thirds; weights and intervals left the judged origin out. Empty if the
    /// past was too short.
    /// </summary>
    public required IReadOnlyList<LevelAccuracy> Accuracy { get; init; }

    /// <summary>The boosted model's features by the error they take away (shares of 1), largest first; empty without one.</summary>
    public required IReadOnlyList<FeatureImportance> Importance { get; init; }

    /// <summary>Mean squared error of a node's forecasts in the backtest, in the panel's unit squared; NaN where it is not known.</summary>
    public double BacktestVariance(Node node) => Learned.Nodes.TryGetValue(node, out var settings) ? settings.Variance : double.NaN;

    internal LearnedState Learned { get; }

    /// <summary>Writes the model in a binary form that <see cref="Load"/> reads.</summary>
    public void Save(Stream stream) => TrainedModelFormat.Write(this, stream);

    /// <exception cref="InvalidDataException">The stream holds no model of this version.</exception>
    public static TrainedModel Load(Stream stream) => TrainedModelFormat.Read(stream);

    private string Digest()
    {
        using var bytes = new MemoryStream();
        Save(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))[..12];
    }
}

/// <summary>What the training learned of one node.</summary>
/// <param name="Weights">One a member; they add up to 1, or all are 0.</param>
/// <param name="Variance">Mean squared error of the combined forecast in the backtest; NaN if not known.</param>
internal sealed record NodeSettings(float[] Weights, double Variance);

/// <summary>The parts of a model that only the engine reads.</summary>
/// <param name="Global">Null without boosting, or with too short a past for it.</param>
/// <param name="LevelVariance">For each level the mean squared error of a node, a series in it: for nodes not known in training.</param>
internal sealed record LearnedState(
    PoolTable Pools,
    GlobalModels? Global,
    IReadOnlyDictionary<Node, NodeSettings> Nodes,
    IReadOnlyDictionary<string, double> LevelVariance,
    IntervalTable Intervals,
    FeatureEffects Effects);
