using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Models;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Benchmarks.Engines;

/// <summary>The engine's forecasts of trials, each a full training on what the trial knows. One forecast serves all who ask for it.</summary>
internal sealed class OurForecasts
{
    private readonly Dictionary<string, IReadOnlyDictionary<Node, Prediction>> _made = [];

    /// <summary>What every forecast made so far keeps, or does not.</summary>
    public Coherence Coherence { get; } = new();

    /// <summary>With the engine's defaults.</summary>
    public Task<IReadOnlyDictionary<Node, Prediction>> OfAsync(Trial trial, CancellationToken cancellationToken) =>
        OfAsync(trial, new EngineOptions(), "", cancellationToken);

    /// <param name="variant">Tells the options from others for the same trial.</param>
    public async Task<IReadOnlyDictionary<Node, Prediction>> OfAsync(Trial trial, EngineOptions options, string variant, CancellationToken cancellationToken)
    {
        var name = $"{trial.Name} {variant}";
        if (_made.TryGetValue(name, out var known)) return known;
        var set = await Task.Run(() => new ForecastEngine(options).Run(trial.Known, trial.Horizon, null, cancellationToken), cancellationToken);
        Coherence.Check(name.TrimEnd(), trial.Known, set);
        return _made[name] = set.Nodes.ToDictionary(forecast => forecast.Node, Prediction.Of);
    }
}
