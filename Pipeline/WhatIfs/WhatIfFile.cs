using System.Text.Json;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Storage;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.WhatIfs;

/// <summary>File with a published run's <see cref="WhatIfBasis"/>, kept as long as its forecast file.</summary>
internal sealed class WhatIfFile(BlobFiles files, WorkFiles work, IOptions<AllocationOptions> allocation)
{
    /// <summary>Path in container <c>forecasts</c>.</summary>
    public static string PathOf(string run) => $"{run}/what-if-basis.json";

    public async Task WriteAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var facts = await work.ReadWhatIfFactsAsync(plan.Run, cancellationToken);
        var basis = WhatIfBasis.Of(plan, facts) with { Allocation = allocation.Value };
        await files.WriteAsync(
            StorageNames.ForecastsContainer, PathOf(plan.Run), stream =>
                JsonSerializer.SerializeAsync(stream, basis, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>Basis and forecasts of a run; null where they are not kept any longer, or not yet written.</summary>
    public async Task<WhatIfRun?> FindAsync(string run, CancellationToken cancellationToken)
    {
        try
        {
            var basis = await files.ReadAsync(
                StorageNames.ForecastsContainer,
                PathOf(run),
                async stream => (await JsonSerializer.DeserializeAsync<WhatIfBasis>(stream, cancellationToken: cancellationToken))!,
                cancellationToken);
            var forecasts = await files.ReadAsync(
                StorageNames.ForecastsContainer, ForecastFile.PathOf(run), stream =>
                    ReadAsync(stream, basis.Horizon, cancellationToken), cancellationToken);
            return new WhatIfRun(basis, basis.Series(forecasts));
        }
        catch (Azure.RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<(string Community, string Service, ForecastDemand Demand)>> ReadAsync(
        Stream stream, int horizon, CancellationToken cancellationToken)
    {
        var community = AreaLevel.Community.Code();
        var forecasts = new Dictionary<(string Community, string Service), double[][]>();
        await foreach (var point in ForecastFile.ReadAsync(stream, cancellationToken))
        {
            if (point.Level != community || point.Scope.Level != ServiceScope.ServiceLevel) continue;
            if (!forecasts.TryGetValue((point.Area, point.Scope.Code), out var values))
                forecasts.Add((point.Area, point.Scope.Code), values = [.. Enumerable.Range(0, 5).Select(_ => new double[horizon])]);
            double[] day = [point.Mean, point.Lower95, point.Lower80, point.Upper80, point.Upper95];
            for (var i = 0; i < day.Length; i++) values[i][point.Horizon - 1] = day[i];
        }

        return [
            .. forecasts.Select(of =>
                (of.Key.Community, of.Key.Service, new ForecastDemand(of.Value[0], of.Value[1], of.Value[2], of.Value[3], of.Value[4])))];
    }
}
