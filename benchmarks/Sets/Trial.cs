using CommunityDemand.Domain.Statistics;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>One origin of a benchmark: what a forecaster may see, and what came after.</summary>
/// <param name="Name">Tells the trial from all others of a program's run.</param>
/// <param name="Known">The panel up to the origin.</param>
/// <param name="Horizon">Periods to forecast.</param>
/// <param name="Season">Periods in a season.</param>
/// <param name="Outcomes">For each node to be judged what came.</param>
internal sealed record Trial(string Name, Panel Known, int Horizon, int Season, IReadOnlyDictionary<Node, Outcome> Outcomes)
{
    private readonly Lazy<IReadOnlyDictionary<Node, double[]>> _past = new(() => PastOf(Known, Season));

    /// <summary>The panel up to the origin.</summary>
    public Panel Known
    {
        get;
        init => (field, _past) = (value, new(() => PastOf(value, Season)));
    } = Known;

    /// <summary>For each node its values up to the origin, from the first known one; empty if none is.</summary>
    public IReadOnlyDictionary<Node, double[]> Past => _past.Value;

    /// <summary>A trial of a panel whose last periods are held back.</summary>
    /// <param name="truth">The nodes of the whole panel.</param>
    /// <param name="origin">Periods that the forecaster sees.</param>
    /// <param name="known">What it sees of them where that differs from the truth: broken, or with features left out.</param>
    public static Trial At(string set, NodePanel truth, int origin, int horizon, Panel? known = null) => new(
        $"{set}@{origin}",
        known ?? truth.Panel.Truncate(origin),
        horizon,
        truth.Season,
        Enumerable.Range(0, truth.Count)
            .Where(node => truth.First[node] < origin)
            .ToDictionary(
                node => truth.Hierarchy.Nodes[node],
                node => Outcome.Of(
                    truth.Copy(node, truth.First[node]..origin),
                    truth.Copy(node, origin..Math.Min(origin + horizon, truth.Periods)),
                    truth.Season)));

    /// <summary>The nodes of a panel, in its usual season.</summary>
    public static NodePanel NodesOf(Panel panel) =>
        NodePanel.Of(panel, panel.Schema, Domain.Time.FrequencyExtensions.DefaultSeason(panel.Axis.Frequency));

    /// <summary>The same trial, judged on some of its nodes.</summary>
    public Trial Judging(Func<Node, bool> keep) =>
        this with
        {
            Outcomes = Outcomes.Where(outcome => keep(outcome.Key)).ToDictionary(outcome => outcome.Key, outcome => outcome.Value),
        };

    private static Dictionary<Node, double[]> PastOf(Panel known, int season)
    {
        var nodes = NodePanel.Of(known, known.Schema, season);
        return Enumerable.Range(0, nodes.Count)
            .ToDictionary(node => nodes.Hierarchy.Nodes[node], node => nodes.Copy(node, nodes.First[node]..nodes.Periods));
    }
}

/// <summary>What came of a node, and what errors are divided by.</summary>
/// <param name="Actual">A value a period of the horizon; NaN where not known.</param>
/// <param name="Scale">Mean absolute seasonal-naive error before the origin: the denominator of MASE.</param>
/// <param name="RootScale">Root mean squared seasonal-naive error before the origin: the denominator of RMSSE.</param>
internal sealed record Outcome(double[] Actual, double Scale, double RootScale)
{
    public static Outcome Of(ReadOnlySpan<double> past, double[] actual, int season) =>
        new(actual, Accuracy.SeasonalNaiveScale(past, season), Accuracy.SeasonalNaiveRootScale(past, season));
}
