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
/// Result of a training: weights of the members, seasonal indices of the groups, the boosted model, the reconciliation, and the width of
/// the intervals. The model holds no series; pass these to <see cref="ForecastEngine.Predict"/>.
/// </summary>
public sealed class TrainedModel
{
    private readonly Lazy<string> _version;

    internal TrainedModel(LearnedState learned)
    {
        Learned = learned;
        _version = new(Digest);
    }

    /// <summary>Digest of the whole model: twelve hexadecimal digits, equal for equal data, settings and seed.</summary>
    public string Version => _version.Value;

    public required KeySchema Schema { get; init; }

    /// <summary>Periods of the training; the last one is the origin.</summary>
    public required TimeAxis Trained { get; init; }

    /// <summary>Number of periods in a season.</summary>
    public required int Season { get; init; }

    /// <summary>Number of periods ahead.</summary>
    public required int Horizon { get; init; }

    /// <summary>Seed of the training.</summary>
    public required int Seed { get; init; }

    /// <summary>Names of the members, in the order of the weights.</summary>
    public required IReadOnlyList<string> Members { get; init; }

    /// <summary>Mean weight of each member, by level.</summary>
    public required IReadOnlyDictionary<string, float[]> LevelWeights { get; init; }

    /// <summary>Method of reconciliation, chosen by the backtest.</summary>
    public required ReconciliationMethod Reconciliation { get; init; }

    /// <summary>
    /// Accuracy in the backtest by level, over the horizon and its thirds. Weights and intervals leave out the origin that is evaluated.
    /// Empty if the history was too short.
    /// </summary>
    public required IReadOnlyList<LevelAccuracy> Accuracy { get; init; }

    /// <summary>Features of the boosted model by their share of the error removed, highest first; empty without a boosted model.</summary>
    public required IReadOnlyList<FeatureImportance> Importance { get; init; }

    /// <summary>Mean squared error of a node's forecasts in the backtest, in the squared unit of the panel; NaN where unknown.</summary>
    public double BacktestVariance(Node node) => Learned.Nodes.TryGetValue(node, out var settings) ? settings.Variance : double.NaN;

    internal LearnedState Learned { get; }

    /// <summary>Writes the model in a binary form that <see cref="Load"/> reads.</summary>
    public void Save(Stream stream) => TrainedModelFormat.Write(this, stream);

    /// <exception cref="InvalidDataException">The stream does not contain a model of this version.</exception>
    public static TrainedModel Load(Stream stream) => TrainedModelFormat.Read(stream);

    private string Digest()
    {
        using var bytes = new MemoryStream();
        Save(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)))[..12];
    }
}

/// <summary>Settings of one node, learned in training.</summary>
/// <param name="Weights">Weight of each member; the weights sum to 1, or all are 0.</param>
/// <param name="Variance">Mean squared error of the combined forecast in the backtest; NaN if unknown.</param>
internal sealed record NodeSettings(float[] Weights, double Variance);

/// <summary>Parts of a model that only the engine reads.</summary>
/// <param name="Global">Global models; null without boosting, or with too short a history.</param>
/// <param name="LevelVariance">Mean squared error of a node per series, by level, for nodes that the training did not know.</param>
internal sealed record LearnedState(
    PoolTable Pools,
    GlobalModels? Global,
    IReadOnlyDictionary<Node, NodeSettings> Nodes,
    IReadOnlyDictionary<string, double> LevelVariance,
    IntervalTable Intervals,
    FeatureEffects Effects);
