using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Measures;

/// <summary>Scores of methods by level, over any number of trials.</summary>
internal sealed class ScoreBoard(int horizon)
{
    private readonly Dictionary<(string Method, string Level), ScoreTally> _tallies = [];
    private readonly List<string> _methods = [];
    private readonly List<string> _levels = [];
    private readonly HashSet<string> _incomplete = [];

    /// <summary>In the order of their first forecasts.</summary>
    public IReadOnlyList<string> Methods => _methods;

    /// <summary>Coarse to fine.</summary>
    public IReadOnlyList<string> Levels => _levels;

    /// <summary>Adds forecasts of a trial: of each node that it judges, or else the method has no score.</summary>
    public void Add(string method, Trial trial, IReadOnlyDictionary<Node, Prediction> forecasts)
    {
        if (!_methods.Contains(method)) _methods.Add(method);
        foreach (var (node, outcome) in trial.Outcomes)
        {
            if (!_levels.Contains(node.Level)) _levels.Add(node.Level);
            if (!_tallies.TryGetValue((method, node.Level), out var tally))
                _tallies.Add((method, node.Level), tally = new ScoreTally(horizon));
            if (forecasts.TryGetValue(node, out var forecast)) tally.Add(trial.Name, outcome, forecast);
            else _incomplete.Add(method);
        }
    }

    /// <summary>The score; null where the method left out a node.</summary>
    public Score? this[string method, string level] =>
        _incomplete.Contains(method) ? null : _tallies.GetValueOrDefault((method, level))?.Result();
}
