using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Reconciliation;
using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace CommunityDemand.Tests.Models.Reconciliation;

public sealed class ReconcilerTests
{
    /// <summary>A crossed tree with some cells absent, a method, and base forecasts that contradict each other.</summary>
    private static readonly Gen<(Hierarchy Hierarchy, ReconciliationMethod Method, double[] Base)> Cases =
        from districts in Gen.Int[1, 3]
        from communities in Gen.Int[1, 4]
        from services in Gen.Int[1, 5]
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
    public void Reconcile_PositiveSolution_EqualsTheDenseFormula()
    {
        var hierarchy = Build(2, 3, 3, absent: 0b1000);
        var random = new Random(7);
        var target = hierarchy.SizeOfNode.Select(size => size * (50 + (10 * random.NextDouble()))).ToArray();
        var summing = Summing(hierarchy);
        var dense = (summing.Transpose() * summing).Inverse() * summing.Transpose() * Vector<double>.Build.Dense(target);

        var result = Reconcile(hierarchy, ReconciliationMethod.Ols, target);

        for (var series = 0; series < dense.Count; series++) result[hierarchy.NodesOf(series)[^1]].ShouldBe(dense[series], 1e-6);
    }

    [Fact]
    public void Reconcile_AnyForecasts_EqualDenseCoordinateDescent() => Cases.Sample(
        @case =>
        {
            var hierarchy = @case.Hierarchy;
            var weights = Reconciler.WeightsOf(@case.Method, hierarchy, Variances(hierarchy));
            var result = Reconcile(hierarchy, @case.Method, @case.Base);
            var dense = NonNegativeLeastSquares(hierarchy, weights, @case.Base);
            for (var series = 0; series < dense.Length; series++) result[hierarchy.NodesOf(series)[^1]].ShouldBe(dense[series], 1e-5);
        },
        iter: 100);

    [Fact]
    public void Reconcile_SeveralPeriods_EachIsAsIfAlone()
    {
        var (hierarchy, means) = Contradicting(horizon: 7);

        var together = LeastSquares(hierarchy).Reconcile(means, TestContext.Current.CancellationToken);

        for (var h = 0; h < 7; h++)
        {
            var alone = Reconcile(hierarchy, ReconciliationMethod.Ols, [.. means.Select(mean => mean[h])]);
            for (var node = 0; node < alone.Length; node++) together[node][h].ShouldBe(alone[node], 1e-6);
        }
    }

    [Fact]
    public async Task Reconcile_OneThreadOrSeveral_GiveTheSameBits()
    {
        var (hierarchy, means) = Contradicting(horizon: 21);
        var token = TestContext.Current.CancellationToken;
        var one = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, maxConcurrencyLevel: 1).ConcurrentScheduler;

        var alone = await Task.Factory.StartNew(
            () => LeastSquares(hierarchy).Reconcile(means, token), token, TaskCreationOptions.None, one);
        var together = LeastSquares(hierarchy).Reconcile(means, token);

        for (var node = 0; node < means.Length; node++) together[node].ShouldBe(alone[node]);
    }

    [Fact]
    public void Reconcile_PeriodByPeriod_ReadsAndWritesEachOnce()
    {
        var (hierarchy, means) = Contradicting(horizon: 10);
        var fine = LeastSquares(hierarchy).Reconcile(means, TestContext.Current.CancellationToken);
        var (reads, writes, worst) = (new int[10], new int[10], new double[10]);

        LeastSquares(hierarchy).Reconcile(
            10,
            (h, target) =>
            {
                Interlocked.Increment(ref reads[h]);
                for (var node = 0; node < target.Length; node++) target[node] = means[node][h];
            },
            (h, values) =>
            {
                Interlocked.Increment(ref writes[h]);
                worst[h] = values.Select((value, node) => Math.Abs(value - fine[node][h])).Max();
            },
            tolerance: 1e-6,
            TestContext.Current.CancellationToken);

        reads.ShouldAllBe(count => count == 1);
        writes.ShouldAllBe(count => count == 1);
        worst.ShouldAllBe(difference => difference < 0.1);
    }

    [Fact]
    public void Reconcile_Cancelled_Throws() => Should.Throw<OperationCanceledException>(
        () => LeastSquares(Build(1, 2, 2, absent: 0))
            .Reconcile([.. Enumerable.Repeat(new double[3], 21)], new CancellationToken(canceled: true)));

    private static Reconciler LeastSquares(Hierarchy hierarchy) =>
        new(hierarchy, Reconciler.WeightsOf(ReconciliationMethod.Ols, hierarchy, []));

    /// <summary>Forecasts of every node drawn apart, some 0: many a series would go below 0.</summary>
    private static (Hierarchy Hierarchy, double[][] Means) Contradicting(int horizon)
    {
        var hierarchy = Build(3, 5, 6, absent: 0b1000_0100_0010);
        var random = new Random(3);
        double[] Draw() => [.. Enumerable.Range(0, horizon).Select(_ => Math.Max(0, (110 * random.NextDouble()) - 10))];
        return (hierarchy, [.. hierarchy.SizeOfNode.Select(_ => Draw())]);
    }

    private static Matrix<double> Summing(Hierarchy hierarchy)
    {
        var summing = Matrix<double>.Build.Dense(hierarchy.Nodes.Count, hierarchy.SeriesCount);
        for (var series = 0; series < hierarchy.SeriesCount; series++)
        {
            foreach (var node in hierarchy.NodesOf(series)) summing[node, series] = 1;
        }

        return summing;
    }

    /// <summary>Each series in turn set to its best with the others held, until none moves: another way than the one under test.</summary>
    private static double[] NonNegativeLeastSquares(Hierarchy hierarchy, double[] weights, double[] target)
    {
        var summing = Summing(hierarchy);
        var weighted = summing.Transpose() * Matrix<double>.Build.DenseOfDiagonalArray(weights);
        var normal = (weighted * summing).ToArray();
        var right = weighted * Vector<double>.Build.Dense(target);
        var series = new double[hierarchy.SeriesCount];
        for (var (moved, sweep) = (1.0, 0); moved > 1e-10 && sweep < 20_000; sweep++)
        {
            moved = 0;
            for (var i = 0; i < series.Length; i++)
            {
                // A series forecast at 0 is dead by contract.
                if (target[hierarchy.NodesOf(i)[^1]] <= 0) continue;
                var gradient = right[i];
                for (var j = 0; j < series.Length; j++) gradient -= normal[i, j] * series[j];
                var next = Math.Max(0, series[i] + (gradient / normal[i, i]));
                moved = Math.Max(moved, Math.Abs(next - series[i]));
                series[i] = next;
            }
        }

        return series;
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
            keys.Add([$"d{community / communities}", $"c{community}", $"n{i % services / 2}", $"s{i % services}"]);
        }

        return Hierarchy.Of(Synthetic.City, Synthetic.City.Columns, keys);
    }
}
