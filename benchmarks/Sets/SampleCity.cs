using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>
/// A simulated city with clean files, as a nightly run would see it at any origin, and the least error that a forecast of it can have.
/// </summary>
internal sealed class SampleCity
{
    private const int Week = 7;

    private readonly SampleCityTruth _truth;
    private readonly SampleCityFacts _facts;
    private readonly NodePanel _nodes;

    private SampleCity(SampleCityOptions options, SampleCityTruth truth, SampleCityFacts facts, NodePanel nodes) =>
        (Options, _truth, _facts, _nodes) = (options, truth, facts, nodes);

    public SampleCityOptions Options { get; }

    public static async Task<SampleCity> MakeAsync(SampleCityOptions options, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("sample-city-");
        try
        {
            var manifest = await SampleCityGenerator.WriteAsync(options, folder.FullName, progress: null, cancellationToken);
            var truth = await SampleCityTruth.ReadAsync(folder.FullName, options, cancellationToken);
            var facts = await SampleCityFacts.ReadAsync(folder.FullName, manifest, truth, cancellationToken);
            var all = new RunOptions { HistoryDays = truth.Last.DayNumber - truth.First.DayNumber + 1 };
            var whole = await PanelAsync(facts, truth, all, truth.Last, cancellationToken);
            return new SampleCity(options, truth, facts, Trial.NodesOf(whole));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The trial of a run at a day, with the pipeline's own panel.</summary>
    /// <param name="change">What is done to what the forecaster sees; null: nothing.</param>
    /// <param name="variant">Tells the change from others.</param>
    public async Task<Trial> AtAsync(
        DateOnly origin, int horizon, CancellationToken cancellationToken, Func<Panel, Panel>? change = null, string variant = "")
    {
        var known = await PanelAsync(_facts, _truth, new RunOptions { Horizon = horizon }, origin, cancellationToken);
        var past = Trial.NodesOf(known);
        var first = _truth.IndexOf(origin) + 1;
        var actual = Enumerable.Range(0, _nodes.Count)
            .ToDictionary(node => _nodes.Hierarchy.Nodes[node], node => _nodes.Copy(node, first..(first + horizon)));
        return new Trial(
            $"sample-city-{Options.Years}-years@{origin:yyyy-MM-dd}{variant}",
            change is null ? known : change(known),
            horizon,
            Week,
            Enumerable.Range(0, past.Count)
                .Where(node => past.First[node] < past.Periods)
                .ToDictionary(
                    node => past.Hierarchy.Nodes[node],
                    node => Outcome.Of(past.Copy(node, past.First[node]..past.Periods), actual[past.Hierarchy.Nodes[node]], Week)));
    }

    /// <summary>The conditional means of all nodes: series that open after the origin are in their sums.</summary>
    public IReadOnlyDictionary<Node, Prediction> Floor(DateOnly origin, int horizon)
    {
        var sums = new double[_nodes.Count][];
        for (var node = 0; node < sums.Length; node++) sums[node] = new double[horizon];
        for (var series = 0; series < _nodes.Hierarchy.SeriesCount; series++)
        {
            var key = CitySchema.Key(_nodes.Panel.Keys[series]);
            var mean = _truth.ConditionalMean(key.District, key.Community, key.Service, origin, horizon);
            foreach (var node in _nodes.Hierarchy.NodesOf(series))
            {
                for (var h = 0; h < horizon; h++) sums[node][h] += mean[h];
            }
        }

        return Enumerable.Range(0, sums.Length)
            .ToDictionary(node => _nodes.Hierarchy.Nodes[node], node => new Prediction(sums[node], null));
    }

    private static async Task<Panel> PanelAsync(
        SampleCityFacts facts, SampleCityTruth truth, RunOptions options, DateOnly origin, CancellationToken cancellationToken)
    {
        var builder = new CityPanelBuilder(
            facts, Microsoft.Extensions.Options.Options.Create(options),
            Microsoft.Extensions.Options.Options.Create(new CityOptions()),
            Microsoft.Extensions.Options.Options.Create(new ForecastingOptions()), new DayAfter(truth.Last));
        var survey = await builder.SurveyAsync(origin, cancellationToken);
        var tally = new CityPanelTally(survey, options.HorizonOf(survey.Window.Cadence));
        await new FactPass(facts).RunAsync([tally], survey.Areas, origin, cancellationToken);
        return tally.Build().Panel;
    }

    /// <summary>A clock that stands on the day after one, so that all of the truth is past.</summary>
    private sealed class DayAfter(DateOnly day) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
    }
}
