using CommunityDemand.Models.Calendars;
using CsCheck;

namespace CommunityDemand.Tests.Models.Calendars;

public sealed class CholeskyTests
{
    /// <summary>A = B Bᵀ + I, which is positive definite, and a right side.</summary>
    private static readonly Gen<(double[] Matrix, double[] Right)> Systems =
        from size in Gen.Int[1, 12]
        from root in Gen.Double[-3, 3].Array[size * size]
        from right in Gen.Double[-100, 100].Array[size]
        select (Square(root, size), right);

    [Fact]
    public void Solve_PositiveDefiniteSystem_GivesTheRightSideBack() => Systems.Sample(system =>
    {
        var size = system.Right.Length;
        var lower = (double[])system.Matrix.Clone();
        // Only the lower triangle is read.
        for (var i = 0; i < size; i++) lower.AsSpan((i * size) + i + 1, size - i - 1).Fill(double.NaN);

        var solution = Cholesky.Solve(lower, system.Right, size);

        for (var i = 0; i < size; i++)
            Enumerable.Range(0, size).Sum(j => system.Matrix[(i * size) + j] * solution[j]).ShouldBe(system.Right[i], 1e-8);
    });

    private static double[] Square(double[] root, int size)
    {
        var square = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
                square[(i * size) + j] = (i == j ? 1 : 0) + Enumerable.Range(0, size).Sum(k => root[(i * size) + k] * root[(j * size) + k]);
        }

        return square;
    }
}
