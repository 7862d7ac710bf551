using System.Numerics.Tensors;

namespace CommunityDemand.Models.Calendars;

/// <summary>Solver for symmetric positive definite systems.</summary>
internal static class Cholesky
{
    /// <summary>Solves A x = b; A is overwritten.</summary>
    /// <param name="matrix">
    /// Matrix A, row-major; only the lower triangle is read. A must be positive definite; a penalty on the coefficients makes it so.
    /// </param>
    public static double[] Solve(double[] matrix, ReadOnlySpan<double> right, int size)
    {
        for (var i = 0; i < size; i++)
        {
            var row = matrix.AsSpan(i * size, size);
            for (var j = 0; j < i; j++)
            {
                var above = matrix.AsSpan(j * size, size);
                row[j] = (row[j] - TensorPrimitives.Dot(row[..j], above[..j])) / above[j];
            }

            row[i] = Math.Sqrt(row[i] - TensorPrimitives.Dot(row[..i], row[..i]));
        }

        var solution = new double[size];
        for (var i = 0; i < size; i++)
        {
            var row = matrix.AsSpan(i * size, size);
            solution[i] = (right[i] - TensorPrimitives.Dot(row[..i], solution.AsSpan(0, i))) / row[i];
        }

        for (var i = size - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < size; j++) solution[i] -= matrix[(j * size) + i] * solution[j];
            solution[i] /= matrix[(i * size) + i];
        }

        return solution;
    }
}
