using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Benchmarks.Engines;

/// <summary>
/// The engine's forecasts of trials, each a full training on what the trial knows. One forecast serves all who ask for it.
/// </summary>
internal sealed class OurForecasts
{
    private readonly Dictionary<string, (IReadOnlyDictionary<Node, Prediction> Forecasts, Coherence Coherence)> _made = [];
    private List<Coherence> _asked = [];

    /// <summary>With the engine's defaults.</summary>
    public Task<IReadOnlyDictionary<Node, Prediction>> OfAsync(Trial trial, CancellationToken cancellationToken) =>
        OfAsync(trial, new EngineOptions(), "", cancellationToken);

    /// <param name="variant">Tells the options from others for the same trial.</param>
    public async Task<IReadOnlyDictionary<Node, Prediction>> OfAsync(
        Trial trial, EngineOptions options, string variant, CancellationToken cancellationToken)
    {
        var name = $"{trial.Name} {variant}";
        if (!_made.TryGetValue(name, out var made)) _made[name] = made = await MakeAsync(name.TrimEnd(), trial, options, cancellationToken);
        _asked.Add(made.Coherence);
        return made.Forecasts;
    }

    /// <summary>Whether all that was asked for since the last call is coherent; null where nothing was.</summary>
    public Coherence? TakeCoherence()
    {
        var asked = _asked;
        _asked = [];
        return asked.Count == 0 ? null : Coherence.Of(asked);
    }

    private static async Task<(IReadOnlyDictionary<Node, Prediction>, Coherence)> MakeAsync(
        string name, Trial trial, EngineOptions options, CancellationToken cancellationToken)
    {
        var set = await Task.Run(
            () => new ForecastEngine(options).Run(trial.Known, trial.Horizon, null, cancellationToken), cancellationToken);
        return (set.Nodes.ToDictionary(forecast => forecast.Node, Prediction.Of), Coherence.Of(name, trial.Known, set));
    }
}
