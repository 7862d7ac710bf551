using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Models.Reconciliation;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace CommunityDemand.Tests.Models;

public sealed class ReconcilerTests
{
    private static readonly KeySchema Schema = new(["district", "community", "service"], [["district", "community"], ["service"]]);

    /// <summary>A crossed tree with some cells absent, a method, and base forecasts that contradict each other.</summary>
    private static readonly Gen<(Hierarchy Hierarchy, ReconciliationMethod Method, double[] Base)> Cases =
        from districts in Gen.Int[1, 3]
        from communities in Gen.Int[1, 4]
        from services in Gen.Int[1, 4]
        from absent in Gen.Int[0, 1 << 16]
        from method in Gen.Enum<ReconciliationMethod>()
        let hierarchy = Build(districts, communities, services, absent)
        from values in Gen.Double[0, 100].Array[hierarchy.Nodes.Count]
        select (hierarchy, method, values);

    [Fact]
    public void Reconcile_AnyForecasts_AreCoherentAndNotNegative() => Cases.Sample(
        @case =>
        {
            var result = Reconcile(@case.Hierarchy, @case.Method, @case.Base);
            var sums = new double[result.Length];
            for (var series = 0; series < @case.Hierarchy.SeriesCount; series++)
            {
                var bottom = result[@case.Hierarchy.NodesOf(series)[^1]];
                bottom.ShouldBeGreaterThanOrEqualTo(0);
                foreach (var node in @case.Hierarchy.NodesOf(series)) sums[node] += bottom;
            }

            for (var node = 0; node < sums.Length; node++) result[node].ShouldBe(sums[node], 1e-6);
        },
        iter: 300);

    [Fact]
    public void Reconcile_CoherentForecasts_StayAsTheyAre() => Cases.Sample(
        @case =>
        {
            var once = Reconcile(@case.Hierarchy, @case.Method, @case.Base);
            var twice = Reconcile(@case.Hierarchy, @case.Method, once);
            for (var node = 0; node < once.Length; node++) twice[node].ShouldBe(once[node], 1e-5);
        },
        iter: 300);

    [Fact]
    public void Reconcile_AnyForecasts_AreTheNearestOfAllCoherentOnes() => Cases.Sample(
        @case =>
        {
            // At the least weighted distance no feasible step goes down (Karush, Kuhn and Tucker).
            var hierarchy = @case.Hierarchy;
            var weights = Reconciler.WeightsOf(@case.Method, hierarchy, Variances(hierarchy));
            var result = Reconcile(hierarchy, @case.Method, @case.Base);
            for (var series = 0; series < hierarchy.SeriesCount; series++)
            {
                var bottom = hierarchy.NodesOf(series)[^1];
                // A series forecast at 0 is dead by contract.
                if (@case.Base[bottom] <= 0) continue;
                var gradient = 0.0;
                var diagonal = 0.0;
                foreach (var node in hierarchy.NodesOf(series))
                {
                    gradient += weights[node] * (@case.Base[node] - result[node]);
                    diagonal += weights[node];
                }

                if (result[bottom] > 1e-6) gradient.ShouldBe(0, 1e-3 * diagonal);
                else gradient.ShouldBeLessThan(1e-3 * diagonal);
            }
        },
        iter: 300);

    [Fact]
    public void Solve_PositiveSolution_EqualsTheDenseFormula()
    {
        var hierarchy = Build(2, 3, 3, absent: 0b1000);
        var random = new Random(7);
        var target = hierarchy.SizeOfNode.Select(size => size * (50 + (10 * random.NextDouble()))).ToArray();
        var summing = Matrix<double>.Build.Dense(hierarchy.Nodes.Count, hierarchy.SeriesCount);
        for (var series = 0; series < hierarchy.SeriesCount; series++)
        {
            foreach (var node in hierarchy.NodesOf(series)) summing[node, series] = 1;
        }

        var dense = (summing.Transpose() * summing).Inverse() * summing.Transpose() * Vector<double>.Build.Dense(target);

        var solved = new Reconciler(hierarchy, Reconciler.WeightsOf(ReconciliationMethod.Ols, hierarchy, [])).Solve(target);

        for (var series = 0; series < solved.Length; series++) solved[series].ShouldBe(dense[series], 1e-6);
    }

    private static double[] Reconcile(Hierarchy hierarchy, ReconciliationMethod method, double[] forecasts) =>
        [.. new Reconciler(hierarchy, Reconciler.WeightsOf(method, hierarchy, Variances(hierarchy)))
            .Reconcile([.. forecasts.Select(value => new[] { value })]).Select(mean => mean[0])];

    private static double[] Variances(Hierarchy hierarchy) => [.. hierarchy.SizeOfNode.Select((size, node) => size * (1.0 + (node % 5)))];

    private static Hierarchy Build(int districts, int communities, int services, int absent)
    {
        var keys = new List<string[]>();
        for (var i = 0; i < districts * communities * services; i++)
        {
            if (i > 0 && (absent >> (i % 16) & 1) == 1) continue;
            var community = i / services;
            keys.Add([$"d{community / communities}", $"c{community}", $"s{i % services}"]);
        }

        return Hierarchy.Of(Schema, Schema.Columns, keys);
    }
}
