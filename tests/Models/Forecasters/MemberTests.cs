using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;

namespace CommunityDemand.Tests.Models.Forecasters;

public sealed class MemberTests
{
    [Fact]
    public void SeasonalNaive_LastSeasonHasGaps_TakesTheSeasonBefore() =>
        Forecast(new SeasonalNaive(), [1, 2, 3, 4, double.NaN, 6], 3, 5).ShouldBe([4, 2, 6, 4, 2]);

    [Fact]
    public void CrostonSba_RegularLumps_IsSizeOverIntervalLessItsBias()
    {
        var values = Enumerable.Range(1, 60).Select(t => t % 3 == 0 ? 6.0 : 0).ToArray();

        // Every grid value fits as well as its α lets it: 6 / 3 · (1 - α/2), α between 0.02 and 0.3.
        Forecast(new CrostonSba(), values, 1, 2).ShouldAllBe(rate => rate > 2 * 0.85 && rate <= 2 * 0.99);
    }

    [Fact]
    public void Tsb_DemandThatDied_FallsTowardsZero()
    {
        double[] values = [.. Enumerable.Range(1, 40).Select(t => t % 2 == 0 ? 4.0 : 0), .. new double[60]];

        Forecast(new Tsb(), values, 1, 1)[0].ShouldBeLessThan(0.7);
    }

    [Fact]
    public void Intermittent_BusySeries_Declines() =>
        new Tsb().TryForecast(new SeriesWindow([3, 4, 5, 6, 3, 4], [1, 1, 1, 1, 1, 1, 1], 1), new double[1]).ShouldBeFalse();

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void ExponentialSmoothing_LineAndSeason_IsContinued(double slope)
    {
        double Truth(int t) => 50 + (slope * t) + (10 * ((t % 4) - 1.5));
        var values = Enumerable.Range(0, 60).Select(Truth).ToArray();

        var mean = Forecast(new ExponentialSmoothing(), values, 4, 4);

        // The trend is damped: after four steps of a slope of 2 it may fall behind by a part of them.
        for (var h = 0; h < 4; h++) mean[h].ShouldBe(Truth(60 + h), 0.5 + (0.7 * slope * (h + 1)));
    }

    [Fact]
    public void Theta_Line_ContinuesAboutHalfItsSlopeOrMore()
    {
        var values = Enumerable.Range(0, 48).Select(t => 20.0 + t).ToArray();

        var mean = Forecast(new Theta(), values, 1, 10);

        (mean[9] - mean[0]).ShouldBeInRange(0.2 * 9, 9);
        mean[0].ShouldBe(68, 3);
    }

    [Fact]
    public void PooledSmoothing_KnownIndex_SeparatesLevelFromSeason()
    {
        double[] index = [0.5, 1.5, 1, 1];
        var values = Enumerable.Range(0, 40).Select(t => 30 * index[t % 4]).ToArray();

        var mean = new double[4];
        var window = new SeriesWindow(values, [.. Enumerable.Range(0, 44).Select(t => index[t % 4])], 4);
        new PooledSmoothing().TryForecast(window, mean).ShouldBeTrue();

        for (var h = 0; h < 4; h++) mean[h].ShouldBe(30 * index[h], 1e-9);
    }

    [Fact]
    public void TreeEnsemble_AnyRow_ScoresAsTheTrainerDoes()
    {
        var random = new Random(3);
        var rows = Enumerable.Range(0, 800).Select(_ =>
        {
            var features = new float[5];
            for (var i = 0; i < 5; i++) features[i] = (float)random.NextDouble();
            return new LabelledRow { Features = features, Label = (features[0] * 3) + (features[1] > 0.5 ? 2 : 0) };
        }).ToArray();
        var context = new MLContext(1);
        var schema = SchemaDefinition.Create(typeof(LabelledRow));
        schema[nameof(LabelledRow.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, 5);
        var data = context.Data.LoadFromEnumerable(rows, schema);
        var model = context.Regression.Trainers
            .LightGbm(new LightGbmRegressionTrainer.Options { NumberOfIterations = 30, NumberOfThreads = 1, Silent = true })
            .Fit(data);
        var expected = model.Transform(data).GetColumn<float>("Score").ToArray();

        var trees = TreeEnsemble.From(model.Model.TrainedTreeEnsemble);

        for (var i = 0; i < rows.Length; i++) trees.Score(rows[i].Features).ShouldBe(expected[i], 1e-4);
    }

    [Fact]
    public void Combiner_MemberThatBlowsUp_GetsNoWeight()
    {
        var weights = Combiner(good: 1, fair: 1.2, bad: 400).Learn();

        foreach (var node in weights)
        {
            node[2].ShouldBe(0);
            node[0].ShouldBeGreaterThan(node[1]);
            node.Sum().ShouldBe(1, 1e-6f);
        }
    }

    [Fact]
    public void Combiner_MemberBetterThanAnyMixture_IsTakenAlone() =>
        Combiner(good: 0.1, fair: 3, bad: 3).Learn().ShouldAllBe(node => node[0] == 1);

    private static double[] Forecast(IForecaster forecaster, double[] values, int season, int horizon)
    {
        var mean = new double[horizon];
        forecaster.TryForecast(new SeriesWindow(values, [.. Enumerable.Repeat(1.0, values.Length + horizon)], season), mean).ShouldBeTrue();
        return mean;
    }

    /// <summary>Three members that miss a truth of 10 by so much, in the same direction, on 30 nodes and 3 origins.</summary>
    private static Combiner Combiner(double good, double fair, double bad)
    {
        var keys = Enumerable.Range(0, 30).Select(i => new[] { $"k{i:00}" }).ToArray();
        var panel = new Panel(
            new TimeAxis(Frequency.Yearly, new DateTime(2020, 1, 1), 4),
            new KeySchema(["key"], []),
            keys,
            [.. keys.Select(_ => new double[] { 10, 10, 10, 10 })]);
        var nodes = NodePanel.Of(panel, panel.Schema, season: 1);
        var table = new MemberTable(nodes.Count, 3, 1);
        for (var node = 0; node < nodes.Count; node++)
            table.Set(node, [.. new[] { good, fair, bad }.Select(error => 10 + (error * (1 + (0.01 * node))))], 0);
        return new Combiner([
            .. Enumerable.Range(1, 3).Select(origin => new OriginForecasts(nodes, origin, table, [.. Enumerable.Repeat(1f, nodes.Count)])),
        ], nodes.Hierarchy);
    }

    /// <summary>A row as ML.NET reads it.</summary>
    private sealed class LabelledRow
    {
        public required float[] Features { get; init; }

        public float Label { get; init; }
    }
}
