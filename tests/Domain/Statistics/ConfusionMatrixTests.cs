using CommunityDemand.Domain.Statistics;

namespace CommunityDemand.Tests.Domain.Statistics;

public sealed class ConfusionMatrixTests
{
    // Of three cases of 0 one is right, one called 1, one not called; both cases of 1 are right.
    [Fact]
    public void Measures_FiveCases_AreThoseByHand()
    {
        var matrix = new ConfusionMatrix(3);
        foreach (var (actual, predicted) in new (int, int?)[] { (0, 0), (0, 1), (0, null), (1, 1), (1, 1) }) matrix.Add(actual, predicted);

        matrix.Count.ShouldBe(5);
        (matrix.Precision(0), matrix.Recall(0)).ShouldBe((1, 1 / 3.0));
        (matrix.Precision(1), matrix.Recall(1)).ShouldBe((2 / 3.0, 1));
        matrix.F1(0).ShouldBe(0.5, 1e-12);
        matrix.F1(1).ShouldBe(0.8, 1e-12);
        // No case is of class 2.
        matrix.Macro(matrix.F1).ShouldBe(0.65, 1e-12);
        double.IsNaN(matrix.F1(2)).ShouldBeTrue();
    }

    [Fact]
    public void Macro_ClassNeverCalled_CountsAsNothingRight()
    {
        var matrix = new ConfusionMatrix(2);
        matrix.Add(0, 1);
        matrix.Add(1, 1);

        matrix.Macro(matrix.Precision).ShouldBe(0.25);
        double.IsNaN(new ConfusionMatrix(2).Macro(_ => 1)).ShouldBeTrue();
    }
}
