using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>Comparison of the forecasts that earlier runs published with actual demand.</summary>
internal sealed class AccuracyJudge(RunStore runs, ModelStore models, BlobFiles files)
{
    /// <summary>
    /// Judges all forecasts of periods up to the origin that runs of the last horizon published, of the same frequency; the last one of
    /// several runs with the same origin counts.
    /// </summary>
    /// <param name="now">Run that is planned.</param>
    /// <param name="districts">Panels of the districts, which end at the origin.</param>
    /// <param name="above">Panel of their sums.</param>
    /// <param name="city">Code of the city.</param>
    public async Task<AccuracyFindings> JudgeAsync(
        RunRecord now, IReadOnlyList<Panel> districts, Panel above, string city, CancellationToken cancellationToken)
    {
        var (origin, cadence) = (now.Origin, now.Cadence);
        var earlier = await EarlierAsync(origin, cadence, cancellationToken);
        if (earlier.Count == 0) return AccuracyFindings.None;

        var oldest = earlier[^1];
        var recent = cadence.Between(oldest.Origin, origin);
        var actuals = NodeActuals.Of(districts, above, city, recent);
        var reference = await ReferenceAsync(oldest, cancellationToken);
        var tally = new AccuracyTally(new ExpectedAccuracy(reference?.Accuracy ?? []), cadence);
        var watch = reference is null ? null : new DriftWatch(reference, cadence, oldest.Origin.AddDays(1), recent);
        foreach (var run in earlier)
        {
            await ReadAsync(run, point =>
            {
                var actual = actuals.On(point.Date, point.Level, point.Area, point.Scope, out var node);
                if (double.IsNaN(actual)) return;
                tally.Add(point, actual, node!);
                watch?.Add(point, actual, node!);
            }, cancellationToken);
        }

        var findings = watch?.Findings();
        return new AccuracyFindings(
            tally.Rows(findings), [.. findings?.Values.Select(finding => finding.Finding).OfType<DriftFinding>() ?? []],
            findings?.Count ?? 0);
    }

    /// <summary>Runs whose forecasts reach the judged periods, latest first.</summary>
    private async Task<IReadOnlyList<RunRecord>> EarlierAsync(DateOnly origin, Cadence cadence, CancellationToken cancellationToken)
    {
        var there = (await files.ListAsync(StorageNames.ForecastsContainer, "", cancellationToken))
            .Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. (await runs.ListAsync(cancellationToken))
                .Where(run => run.PublishedAt is not null && run.Origin < origin && run.Cadence == cadence
                    && cadence.End(run.Origin, run.Horizon) >= origin)
                .Where(run => there.Contains(ForecastFile.PathOf(run.Id)))
                .GroupBy(run => run.Origin)
                .Select(runs => runs.MaxBy(run => run.PublishedAt)!)
                .OrderByDescending(run => run.Origin),
        ];
    }

    // Without the model there are no expectations, but accuracy can still be reported.
    private async Task<TrainedModel?> ReferenceAsync(RunRecord run, CancellationToken cancellationToken)
    {
        try
        {
            return run.Model is { } version ? await models.FindAsync(version, cancellationToken) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private Task<bool> ReadAsync(RunRecord run, Action<ForecastPoint> each, CancellationToken cancellationToken) => files.ReadAsync(
        StorageNames.ForecastsContainer,
        ForecastFile.PathOf(run.Id),
        async stream =>
        {
            await foreach (var point in ForecastFile.ReadAsync(stream, cancellationToken)) each(point);
            return true;
        },
        cancellationToken);
}
