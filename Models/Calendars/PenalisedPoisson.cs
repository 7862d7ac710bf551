namespace CommunityDemand.Models.Calendars;

/// <summary>
/// Poisson regression with logarithmic link and quadratic penalty, by iterated weighted least squares (Wood 2017, "Generalized Additive
/// Models", sections 3.1 and 4.3): the β that minimises <c>deviance / φ + βᵀ P β</c>. φ is the Pearson dispersion, multiplied by <c>(1 +
/// r) / (1 - r)</c>, where r is the lag-1 correlation of the residuals: correlated days count as fewer days.
/// </summary>
internal sealed class PenalisedPoisson
{
    private const int MostIterations = 25;
    private const double Converged = 1e-6;
    private const double MostLog = 30;

    private readonly double[] _penalty;
    private readonly int _count;
    private readonly int _levels;

    /// <param name="levels">
    /// Number of leading coefficients whose weights sum to 1 in every row; these coefficients start at the mean.
    /// </param>
    /// <param name="penalty">Penalty matrix P, coefficients x coefficients, row-major; the lower triangle is read.</param>
    public PenalisedPoisson(int levels, double[] penalty) =>
        (_levels, _count, _penalty) = (levels, (int)Math.Sqrt(penalty.Length), penalty);

    /// <summary>Fits the rows with known values.</summary>
    /// <param name="values">Values, 0 or more; NaN where unknown.</param>
    /// <returns>The coefficients and the penalised deviance; null where all known values are zero.</returns>
    public (double[] Coefficients, double Deviance)? Fit(ReadOnlySpan<double> values, SparseRow[] rows)
    {
        var (sum, known) = (0.0, 0);
        foreach (var value in values)
        {
            if (double.IsNaN(value)) continue;
            sum += value;
            known++;
        }

        if (sum <= 0) return null;
        var beta = new double[_count];
        beta.AsSpan(0, _levels).Fill(Math.Log(sum / known));
        var deviance = double.PositiveInfinity;
        var (normal, right) = (new double[_count * _count], new double[_count]);
        var before = double.PositiveInfinity;
        var dispersion = 1.0;
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            Accumulate(values, rows, beta, dispersion, normal, right);
            for (var i = 0; i < normal.Length; i++) normal[i] += _penalty[i];
            var solution = Cholesky.Solve(normal, right, _count);
            // The first steps may overshoot where whole weekdays have no demand; half steps converge there.
            for (var i = 0; i < _count; i++) beta[i] = iteration is > 0 and < 4 ? (beta[i] + solution[i]) / 2 : solution[i];
            dispersion = Dispersion(values, rows, beta, known);
            deviance = (Deviance(values, rows, beta) / dispersion) + Penalty(beta);
            if (Math.Abs(before - deviance) <= Converged * (Math.Abs(deviance) + 1)) break;
            before = deviance;
        }

        return (beta, Deviance(values, rows, beta));
    }

    private void Accumulate(
        ReadOnlySpan<double> values, SparseRow[] rows, double[] beta, double dispersion, double[] normal, double[] right)
    {
        Array.Clear(normal);
        Array.Clear(right);
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsNaN(values[t])) continue;
            var log = Math.Clamp(rows[t].Dot(beta), -MostLog, MostLog);
            var mean = Math.Exp(log);
            var (weight, response) = (mean / dispersion, log + ((values[t] - mean) / mean));
            var (index, value) = (rows[t].Index, rows[t].Value);
            for (var i = 0; i < index.Length; i++)
            {
                var scaled = weight * value[i];
                right[index[i]] += scaled * response;
                var row = index[i] * _count;
                for (var j = 0; j <= i; j++) normal[row + index[j]] += scaled * value[j];
            }
        }
    }

    private static double Dispersion(ReadOnlySpan<double> values, SparseRow[] rows, double[] beta, int known)
    {
        var (squares, products, last) = (0.0, 0.0, double.NaN);
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsNaN(values[t])) continue;
            var mean = Math.Exp(Math.Clamp(rows[t].Dot(beta), -MostLog, MostLog));
            var residual = (values[t] - mean) / Math.Sqrt(mean);
            // A day with an expected value near 0 tells nothing about the dispersion of other days.
            if (mean < 0.05) continue;
            squares += residual * residual;
            if (!double.IsNaN(last)) products += residual * last;
            last = residual;
        }

        var correlation = squares > 0 ? Math.Clamp(products / squares, 0, 0.9) : 0;
        return Math.Max(0.1, squares / known) * (1 + correlation) / (1 - correlation);
    }

    private static double Deviance(ReadOnlySpan<double> values, SparseRow[] rows, double[] beta)
    {
        var deviance = 0.0;
        for (var t = 0; t < values.Length; t++)
        {
            if (double.IsNaN(values[t])) continue;
            var log = Math.Clamp(rows[t].Dot(beta), -MostLog, MostLog);
            deviance += 2 * ((values[t] > 0 ? values[t] * (Math.Log(values[t]) - log) : 0) - values[t] + Math.Exp(log));
        }

        return deviance;
    }

    private double Penalty(double[] beta)
    {
        var sum = 0.0;
        for (var i = 0; i < _count; i++)
        {
            for (var j = 0; j <= i; j++) sum += (i == j ? 1 : 2) * _penalty[(i * _count) + j] * beta[i] * beta[j];
        }

        return sum;
    }
}
