using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Compares the forecasts that earlier runs published with what has come since.</summary>
internal sealed class AccuracyJudge(RunStore runs, BlobFiles files)
{
    /// <summary>The account of all forecasts of days up to the origin that a run of the last horizon published; of runs with one origin the last.</summary>
    /// <param name="districts">The districts' panels, which end at the origin.</param>
    /// <param name="above">The panel of their sums.</param>
    /// <param name="city">Code of the city.</param>
    public async Task<IReadOnlyList<AccuracyRow>> JudgeAsync(
        DateOnly origin, IReadOnlyList<Panel> districts, Panel above, string city, CancellationToken cancellationToken)
    {
        var there = await files.ListAsync(StorageNames.ForecastsContainer, "", cancellationToken);
        var earlier = (await runs.ListAsync(cancellationToken))
            .Where(run => run.PublishedAt is not null && run.Origin < origin && run.Origin.AddDays(run.Horizon) >= origin)
            .Where(run => there.Contains(ForecastFile.PathOf(run.Id)))
            .GroupBy(run => run.Origin)
            .Select(runs => runs.MaxBy(run => run.PublishedAt)!)
            .ToArray();
        if (earlier.Length == 0) return [];

        var recent = earlier.Max(run => origin.DayNumber - run.Origin.DayNumber);
        var actuals = NodeActuals.Of(districts, above, city, recent);
        var tally = new AccuracyTally();
        foreach (var run in earlier)
        {
            await files.ReadAsync(
                StorageNames.ForecastsContainer,
                ForecastFile.PathOf(run.Id),
                async stream =>
                {
                    await foreach (var point in ForecastFile.ReadAsync(stream, cancellationToken))
                    {
                        var actual = actuals.On(point.Date, point.Level, point.Area, point.Scope, out var scale);
                        if (!double.IsNaN(actual)) tally.Add(point, actual, scale);
                    }

                    return true;
                },
                cancellationToken);
        }

        return tally.Rows();
    }
}
