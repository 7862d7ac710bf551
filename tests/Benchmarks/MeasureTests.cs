using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Statistics;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Benchmarks;

public sealed class MeasureTests
{
    private static readonly Panel TwoSeries = new(
        new TimeAxis(Frequency.Monthly, new DateTime(2024, 1, 1), 2),
        KeySchema.Of(["area"], ["area"]),
        [["a"], ["b"]],
        [[1, 2], [3, 4]]);

    [Fact]
    public void Tally_KnownErrors_HasTheirMeasures()
    {
        var tally = new ScoreTally(3);
        var forecast = new Prediction([2, 2, 2], [[0, 0, 0], [1, 1, 1], [3, 3, 3], [4, 4, 4]]);

        tally.Add("one", new Outcome([2, 4, double.NaN], 2, 2), forecast);
        tally.Add("one", new Outcome([0, 0, 5], 0, 0), forecast);

        var score = tally.Result();
        score.Mase.ShouldBe(0.5);
        score.MaseOfMean.ShouldBe(0.5);
        score.Rmsse.ShouldBe(Math.Sqrt(2) / 2, 1e-12);
        score.Wape.ShouldBe(9.0 / 11);
        score.Bias.ShouldBe((10.0 / 11) - 1, 1e-12);
        score.Rmse.ShouldBe(Math.Sqrt((4 + 4 + 4 + 9) / 5.0), 1e-12);
        score.Periods.ShouldBe(5);
        score.Coverage.Select(span => (span.From, span.To, span.Periods)).ShouldBe([(1, 3, 5), (1, 1, 2), (2, 2, 2), (3, 3, 1)]);
        score.Coverage.Select(span => span.Share80.Value).ShouldBe([0.2, 0.5, 0, 0]);
        score.Coverage.Select(span => span.Share95.Value).ShouldBe([0.8, 1, 1, 0]);
    }

    [Fact]
    public void CoveredShare_OriginsThatDiffer_HasTheSpreadOfAMeanOfOrigins()
    {
        // Origins of one size: the ratio is their plain mean, .7, with standard deviation .1 and t of 2 degrees of freedom.
        var share = CoveredShare.Of([(60, 100), (70, 100), (80, 100)], 0.8);

        share.Value.ShouldBe(0.7, 1e-12);
        share.Chance.ShouldBe(4.302653 * 0.1 / Math.Sqrt(3), 1e-6);
        share.IsInside((0.78, 0.82)).ShouldBeFalse();
        share.IsSurelyOutside((0.78, 0.82)).ShouldBeFalse();
    }

    [Fact]
    public void CoveredShare_OriginsThatAgree_HasNoLessSpreadThanIndependentActuals()
    {
        var few = CoveredShare.Of([(2, 2), (2, 2)], 0.95);
        var many = CoveredShare.Of([(2000, 2000), (2000, 2000)], 0.95);

        few.Chance.ShouldBe(1.959964 * Math.Sqrt(0.95 * 0.05 / 4), 1e-6);
        few.IsSurelyOutside((0.93, 0.97)).ShouldBeFalse();
        many.IsSurelyOutside((0.93, 0.97)).ShouldBeTrue();
        CoveredShare.Of([(90, 100)], 0.8).Chance.ShouldBe(double.NaN);
    }

    [Fact]
    public void Tally_MedianUnderTheMean_AbsoluteErrorsJudgeTheMedianAndSquaredTheMean()
    {
        var tally = new ScoreTally(2);
        double[][] bounds = [[0, 0], [0, 0], [6, 6], [8, 8]];

        tally.Add("one", new Outcome([0, 6], 2, 2), new Prediction([3, 3], [1, 1], bounds));

        var score = tally.Result();
        score.Mase.ShouldBe(((1 + 5) / 2.0) / 2);
        score.MaseOfMean.ShouldBe(((3 + 3) / 2.0) / 2);
        score.Wape.ShouldBe(1);
        score.WapeOfMean.ShouldBe(1);
        score.Rmsse.ShouldBe(1.5);
        score.Rmse.ShouldBe(3);
        score.Bias.ShouldBe(0);
        double[] levels = [0.025, 0.1, 0.5, 0.9, 0.975];
        score.Crps.ShouldBe((Probabilistic.Crps(0, levels, [0, 0, 1, 6, 8]) + Probabilistic.Crps(6, levels, [0, 0, 1, 6, 8])) / 6, 1e-12);
    }

    [Fact]
    public void MeanOf_Several_IsTheMeanOfEachQuantile()
    {
        var mean = Prediction.MeanOf([new([2], [1], [[0], [0], [4], [6]]), new([4], [4], [[1], [2], [6], [8]])]);

        (mean.Mean[0], mean.Median[0]).ShouldBe((3, 2.5));
        mean.Bounds!.Select(bound => bound[0]).ShouldBe([0.5, 1, 5, 7]);
    }

    [Fact]
    public void Board_MethodThatLeavesOutANode_HasNoScore()
    {
        var trial = Trial.At("two", Trial.NodesOf(TwoSeries), 1, 1);
        var board = new ScoreBoard(1);

        board.Add("all", trial, trial.Outcomes.Keys.ToDictionary(node => node, _ => new Prediction([1], null)));
        board.Add("some", trial, new Dictionary<Node, Prediction> { [trial.Outcomes.Keys.First()] = new([1], null) });

        board["all", Level.Bottom]!.Nodes.ShouldBe(2);
        board["some", Level.Bottom].ShouldBeNull();
    }

    [Fact]
    public void Trial_OtherKnownPanel_ForecastsFromThatPast()
    {
        var trial = Trial.At("two", Trial.NodesOf(TwoSeries), 1, 1);
        trial.Past[new Node(Level.Bottom, ["a"])].ShouldBe([1]);

        var changed = trial with { Known = trial.Known.WithValues((_, _, value) => 10 * value) };

        changed.Past[new Node(Level.Bottom, ["a"])].ShouldBe([10]);
        changed.Past[new Node(Level.Total, [])].ShouldBe([40]);
        changed.Outcomes[new Node(Level.Total, [])].Actual.ShouldBe([6]);
    }

    [Theory]
    [InlineData(3, 0, 4, true)]
    [InlineData(3.1, 0, 4, false)]
    [InlineData(3, -1, 4, false)]
    [InlineData(3, 0, 0.5, false)]
    public void Coherence_SumOrSignOrOrderIsWrong_Fails(double total, double lower95, double upper80, bool isFine)
    {
        NodeForecast Forecast(Node node, double mean) => new(node, [mean], [1], [1], [upper80], [lower95], [5], "m", []);
        var set = new ForecastSet(
            new TimeAxis(Frequency.Monthly, new DateTime(2024, 3, 1), 1),
            [Forecast(new(Level.Total, []), total), Forecast(new(Level.Bottom, ["a"]), 1), Forecast(new(Level.Bottom, ["b"]), 2)]);

        Coherence.Of("two", TwoSeries, set).Failures.Any().ShouldBe(!isFine);
    }
}
