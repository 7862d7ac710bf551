using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Benchmarks;

/// <summary>
/// The published protocols: our seasonal naive forecast has the published errors, so series, cuts and measures are theirs.
/// </summary>
public sealed class PublishedSetTests
{
    [Fact]
    public void ChicagoMonthly_SeasonalNaive_HasThePublishedErrors()
    {
        var panel = ChicagoRequests.Read(Repository.RealData(ChicagoRequests.Folder)).FlatCells(Frequency.Monthly);
        panel.Keys.Count.ShouldBe(333);

        var score = SeasonalNaive(Trial.At("chicago", Trial.NodesOf(panel), 36, 12))[NaiveForecasts.SeasonalNaiveName, Level.Bottom]!;

        score.Mase.ShouldBe(1.088, 0.0005);
        score.Wape.ShouldBe(0.675, 0.0005);
        score.Periods.ShouldBe(333 * 12);
    }

    [Fact]
    public void ChicagoPanels_OfAllFrequencies_HoldTheWholePeriodsOfFourYears()
    {
        var requests = ChicagoRequests.Read(Repository.RealData(ChicagoRequests.Folder));

        var (days, weeks) = (requests.Areas(Frequency.Daily), requests.Areas(Frequency.Weekly));

        days.Keys.Count.ShouldBe(77);
        days.Axis.Count.ShouldBe(1461);
        weeks.Axis.Start.ShouldBe(new DateTime(2011, 1, 3));
        weeks.Axis.Count.ShouldBe(208);
        for (var area = 0; area < 77; area++) weeks.Values[area].Sum().ShouldBe(days.Values[area].Skip(2).Take(208 * 7).Sum());
        requests.Cells(Frequency.Daily).Keys.Count.ShouldBe(333);
    }

    [Fact]
    public void TourismLarge_SeasonalNaive_HasThePublishedErrors()
    {
        var nodes = Trial.NodesOf(TourismLarge.Read(Repository.RealData(TourismLarge.Folder)));
        nodes.Count.ShouldBe(555);

        var board = SeasonalNaive(Trial.At("tourism", nodes, 204, 24));

        double[] published = [2281, 552, 259, 146, 868, 271, 125, 72];
        TourismLarge.BestPublished.Keys.Select(level => Math.Round(board[NaiveForecasts.SeasonalNaiveName, level]!.Rmse))
            .ShouldBe(published);
    }

    private static ScoreBoard SeasonalNaive(Trial trial)
    {
        var board = new ScoreBoard(trial.Horizon);
        board.Add(NaiveForecasts.SeasonalNaiveName, trial, NaiveForecasts.SeasonalNaive(trial));
        return board;
    }
}
