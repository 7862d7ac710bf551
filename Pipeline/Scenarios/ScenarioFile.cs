using System.Text.Json;
using CommunityDemand.Domain.Scenarios;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Resilience;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Scenarios;

/// <summary>A published run's <see cref="ScenarioBasis"/>, beside its forecast file and kept as long.</summary>
internal sealed class ScenarioFile(BlobFiles files, WorkFiles work)
{
    /// <summary>Path in container <c>forecasts</c>.</summary>
    public static string PathOf(string run) => $"{run}/scenarios.json";

    public async Task WriteAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var basis = ScenarioBasis.Of(plan, await work.ReadScenarioFactsAsync(plan.Run, cancellationToken));
        await files.WriteAsync(
            StorageNames.ForecastsContainer, PathOf(plan.Run), stream => JsonSerializer.SerializeAsync(stream, basis, cancellationToken: cancellationToken), cancellationToken);
    }

    /// <summary>The basis of a run and its series; null where no longer, or not yet, kept.</summary>
    public async Task<(ScenarioBasis Basis, IReadOnlyList<ScenarioSeries> Series)?> FindAsync(string run, CancellationToken cancellationToken)
    {
        try
        {
            var basis = await files.ReadAsync(
                StorageNames.ForecastsContainer,
                PathOf(run),
                async stream => (await JsonSerializer.DeserializeAsync<ScenarioBasis>(stream, cancellationToken: cancellationToken))!,
                cancellationToken);
            var forecasts = await files.ReadAsync(
                StorageNames.ForecastsContainer, ForecastFile.PathOf(run), stream => ReadAsync(stream, basis.Horizon, cancellationToken), cancellationToken);
            return (basis, basis.Series(forecasts));
        }
        catch (Azure.RequestFailedException missing) when (StorageFaults.IsMissing(missing))
        {
            return null;
        }
    }

    private static async Task<IReadOnlyList<(string Community, string Service, ForecastDemand Demand)>> ReadAsync(
        Stream stream, int horizon, CancellationToken cancellationToken)
    {
        var community = Domain.Geography.AreaLevels.Code(Domain.Geography.AreaLevel.Community);
        var forecasts = new Dictionary<(string Community, string Service), double[][]>();
        await foreach (var point in ForecastFile.ReadAsync(stream, cancellationToken))
        {
            if (point.Level != community || point.Scope.Level != ServiceScope.ServiceLevel) continue;
            if (!forecasts.TryGetValue((point.Area, point.Scope.Code), out var values))
                forecasts.Add((point.Area, point.Scope.Code), values = [.. Enumerable.Range(0, 5).Select(_ => new double[horizon])]);
            double[] day = [point.Mean, point.Lower95, point.Lower80, point.Upper80, point.Upper95];
            for (var i = 0; i < day.Length; i++) values[i][point.Horizon - 1] = day[i];
        }

        return [.. forecasts.Select(of => (of.Key.Community, of.Key.Service, new ForecastDemand(of.Value[0], of.Value[1], of.Value[2], of.Value[3], of.Value[4])))];
    }
}
