using CommunityDemand.Models.Calendars;
using CsCheck;

namespace CommunityDemand.Tests.Models.Calendars;

public sealed class PenalisedPoissonTests
{
    private const double Hardly = 1e-9;

    [Fact]
    public void Fit_TwoKindsOfDay_AreTheLogarithmsOfTheirMeans()
    {
        double[] values = [10, 14, 12, double.NaN, 30, 34, 35];
        var rows = values.Select((_, t) => t < 4 ? new SparseRow([0], [1]) : new SparseRow([0, 1], [1, 1])).ToArray();

        var (coefficients, deviance) = new PenalisedPoisson(levels: 1, [Hardly, 0, 0, Hardly]).Fit(values, rows)!.Value;

        coefficients[0].ShouldBe(Math.Log(12), 1e-5);
        coefficients[1].ShouldBe(Math.Log(33.0 / 12), 1e-5);
        deviance.ShouldBe(Deviance(values, rows, [Math.Log(12), Math.Log(33.0 / 12)]), 1e-6);
    }

    [Fact]
    public void Fit_NothingButZeros_IsNothing() =>
        new PenalisedPoisson(1, [Hardly]).Fit([0, double.NaN, 0], [.. Enumerable.Repeat(new SparseRow([0], [1]), 3)]).ShouldBeNull();

    [Fact]
    public void Fit_StrongPenalty_LeavesNoEffect()
    {
        double[] values = [10, 14, 12, 30, 34, 35];
        var rows = values.Select((_, t) => t < 3 ? new SparseRow([0], [1]) : new SparseRow([0, 1], [1, 1])).ToArray();

        var coefficients = new PenalisedPoisson(1, [Hardly, 0, 0, 1e9]).Fit(values, rows)!.Value.Coefficients;

        coefficients[0].ShouldBe(Math.Log(22.5), 1e-4);
        coefficients[1].ShouldBe(0, 1e-6);
    }

    [Fact]
    public void Fit_AnyDesign_IsTheLeastOfThePenalisedDeviance() => Gen.Select(
        Gen.Double[0.05, 20], Gen.Double[-1, 1].Array[2], Gen.Int[0, 1 << 20]).Sample(
        (precision, effects, seed) =>
        {
            var random = new Random(seed);
            var rows = Enumerable.Range(0, 60).Select(t => new SparseRow([0, 1, 2], [1, (2 * random.NextDouble()) - 1, t % 3 == 0 ? 1 : 0]))
                .ToArray();
            var values = rows.Select(row => Math.Floor(Math.Exp(row.Dot([3, .. effects])) * (0.6 + (0.8 * random.NextDouble())))).ToArray();
            double[] penalty = [Hardly, 0, 0, 0, precision, 0, 0, -precision / 2, precision];

            var fit = new PenalisedPoisson(1, penalty).Fit(values, rows)!.Value.Coefficients;

            var dispersion = Dispersion(values, rows, fit);
            double Objective(double[] beta) => (Deviance(values, rows, beta) / dispersion)
                + (Hardly * beta[0] * beta[0]) + (precision * ((beta[1] * beta[1]) - (beta[1] * beta[2]) + (beta[2] * beta[2])));
            var least = Objective(fit);
            // The objective is convex: what no small step in any direction lowers is the optimum.
            for (var step = 0; step < 200; step++)
            {
                double[] other = [.. fit.Select(value => value + (0.02 * (random.NextDouble() - 0.5)))];
                Objective(other).ShouldBeGreaterThan(least - (1e-5 * (1 + Math.Abs(least))));
            }
        },
        iter: 100);

    private static double Deviance(double[] values, SparseRow[] rows, double[] beta) => Known(values).Sum(t =>
    {
        var mean = Math.Exp(rows[t].Dot(beta));
        return 2 * ((values[t] > 0 ? values[t] * Math.Log(values[t] / mean) : 0) - (values[t] - mean));
    });

    /// <summary>Pearson's, raised by the correlation of neighbours.</summary>
    private static double Dispersion(double[] values, SparseRow[] rows, double[] beta)
    {
        var residuals = Known(values).Select(t => (values[t] - Math.Exp(rows[t].Dot(beta))) / Math.Exp(rows[t].Dot(beta) / 2)).ToArray();
        var squares = residuals.Sum(residual => residual * residual);
        var correlation = Math.Clamp(residuals.Skip(1).Zip(residuals).Sum(pair => pair.First * pair.Second) / squares, 0, 0.9);
        return Math.Max(0.1, squares / residuals.Length) * (1 + correlation) / (1 - correlation);
    }

    private static IEnumerable<int> Known(double[] values) => Enumerable.Range(0, values.Length).Where(t => !double.IsNaN(values[t]));
}
