using System.Diagnostics;
using CommunityDemand.Benchmarks.Scale.Measuring;
using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>Measures one part of a night's indicators in this process, over facts that storage has.</summary>
internal static class IndicatorMeasuring
{
    public const string Run = "measured";

    public static async Task<IndicatorMeasurement> MeasureAsync(
        LocalSession session, IndicatorCase city, string part, CancellationToken cancellationToken)
    {
        var known = await KeyedFacts.ReadAsync(session.Get<IFactReader>(), cancellationToken);
        var scope = new IndicatorScope(
            city.City.End, new AreaTree(known.Communities), ServiceCatalogue.BuiltIn.With(known.Services), known);
        var work = await WorkAsync(session, city, part, scope, cancellationToken);
        using var process = Process.GetCurrentProcess();
        var (watch, cpu, allocated) = (Stopwatch.StartNew(), process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        var rows = await work();
        process.Refresh();
        return new IndicatorMeasurement(
            part,
            rows,
            watch.Elapsed.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes() - allocated,
            ProcessMemory.Peak());
    }

    private static async Task<Func<Task<long>>> WorkAsync(
        LocalSession session, IndicatorCase city, string part, IndicatorScope scope, CancellationToken cancellationToken)
    {
        var book = session.Get<IndicatorBook>();
        if (part == IndicatorMeasurement.Nothing) return () => Task.FromResult(0L);
        if (part == IndicatorMeasurement.Planning)
        {
            return async () =>
            {
                using var tallies = book.Begin(scope);
                await session.Get<FactPass>().RunAsync([.. tallies.Watchers], scope.Areas, scope.Origin, cancellationToken);
                tallies.Train(cancellationToken);
                await book.WriteAsync(Run, tallies, cancellationToken);
                return 0;
            };
        }

        if (session.Get<IEnumerable<IFactIndicator>>().FirstOrDefault(one => one.GetType().Name == part) is { } ofFacts)
        {
            return async () =>
            {
                using var tally = ofFacts.Begin(scope);
                await session.Get<FactPass>().RunAsync([tally], scope.Areas, scope.Origin, cancellationToken);
                tally.Train?.Invoke(cancellationToken);
                return tally.Rows().LongCount();
            };
        }

        var drawn = new DrawnFacts(city.City);
        await session.Get<WorkFiles>().WriteWhatIfFactsAsync(Run, DrawnForecasts.Facts(drawn, scope.Services), cancellationToken);
        var capacities = CapacitySteps.Of(scope.Facts.Capacity);
        var plan = DrawnForecasts.Plan(Run, scope.Origin, scope.Areas, scope.Services, drawn, capacities);
        var nodes = DrawnForecasts.Nodes(drawn, scope.Origin, scope.Areas);
        if (part == IndicatorMeasurement.Publishing) return () => PublishAsync(book, plan, nodes, cancellationToken);
        var ofForecasts = session.Get<IEnumerable<IForecastIndicator>>().First(one => one.GetType().Name == part);
        return async () => (await ofForecasts.ComputeAsync(plan, nodes, cancellationToken)).Count;
    }

    // A table at a time, as the publisher has it; what it writes of them is not measured, for that is storage's time.
    private static async Task<long> PublishAsync(
        IndicatorBook book, RunPlan plan, IReadOnlyList<NodeRow> nodes, CancellationToken cancellationToken)
    {
        var rows = 0L;
        foreach (var table in book.Tables)
        {
            foreach (var (_, entities) in new RunTables(plan, []).Of(table, await book.ReadAsync(table, plan, nodes, cancellationToken)))
                rows += entities.LongCount();
        }

        return rows / 2;
    }
}
