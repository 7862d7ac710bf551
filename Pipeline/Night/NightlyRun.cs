using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Engine;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Runs.Work;
using CommunityDemand.Pipeline.Texts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Night;

/// <summary>
/// Steps of a run. Each step first checks whether its result exists, so every step may be repeated, by a duplicate message or by planning
/// again after a crash. The work continues where it stopped.
/// </summary>
internal sealed class NightlyRun(
    RunRegistry registry,
    RunPlanner planner,
    RunPublisher publisher,
    RunSweeper sweeper,
    ChampionFinder champions,
    RunStore runs,
    WorkFiles work,
    WorkQueue queue,
    IFactReader facts,
    IOptions<RunOptions> options,
    TimeProvider time,
    ILogger<NightlyRun> log) : INightlyForecast
{
    // Files may arrive while a run is planned. Planning then starts again with them, at most this often.
    private const int PlanningAttempts = 3;

    public async Task<RunStatus> StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var run = await registry.RegisterAsync(request, cancellationToken);
        if (!await IsFinishedAsync(run, cancellationToken))
            await queue.SendAsync(new WorkItem(WorkItem.PlanKind, run.Id), cancellationToken);
        return run.Status;
    }

    public Task<RunStatus> PlanAsync(RunRequest request, CancellationToken cancellationToken) =>
        PlanAsync(request, null, cancellationToken);

    public async Task<RunStatus> PlanAsync(RunRequest request, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var run = await registry.RegisterAsync(request, cancellationToken);
            if (await IsFinishedAsync(run, cancellationToken)) return run.Status;
            run = await PlanAsync(run, progress, cancellationToken);
            if (attempt == PlanningAttempts || !IsOvertaken(run)) return run.Status;
        }
    }

    public Task ProcessAsync(WorkItem item, CancellationToken cancellationToken) => ProcessAsync(item, null, cancellationToken);

    public async Task ProcessAsync(WorkItem item, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var run = await runs.FindAsync(item.RunId, cancellationToken);
        if (run is not null && item.Kind == WorkItem.PlanKind && IsOvertaken(run))
        {
            // The process that found the run outdated may have ended before it started the next run.
            await StartAsync(new RunRequest(run.RequestedOrigin), cancellationToken);
            return;
        }

        if (run is null || run.State == RunState.Failed || await IsFinishedAsync(run, cancellationToken))
        {
            log.LogInformation("Run {Run} needs no more work: message {Kind} {District} dropped", item.RunId, item.Kind, item.District);
            return;
        }

        if (item.Kind == WorkItem.PlanKind)
        {
            run = await PlanAsync(run, progress, cancellationToken);
            if (IsOvertaken(run)) await StartAsync(new RunRequest(run.RequestedOrigin), cancellationToken);
        }
        else
        {
            await ForecastAsync(run, item.District, progress, cancellationToken);
        }
    }

    public async Task GiveUpAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(item.RunId, cancellationToken) is not { State: not (RunState.Published or RunState.Failed) }) return;
        await FailAsync(item.RunId, item.Failed(QueueWorker.MostDequeues), cancellationToken);
    }

    public async Task<RunStatus?> GetAsync(string runId, CancellationToken cancellationToken) =>
        (await runs.FindAsync(runId, cancellationToken))?.Status;

    /// <summary>Queues all unfinished work of a planned run again, for a host that lost its messages.</summary>
    public async Task ResumeAsync(string runId, CancellationToken cancellationToken)
    {
        var plan = await work.FindPlanAsync(runId, cancellationToken);
        if (plan is null) await queue.SendAsync(new WorkItem(WorkItem.PlanKind, runId), cancellationToken);
        else await SendAsync(plan, cancellationToken);
    }

    /// <summary>Ends a run that cannot continue; the tables of the previous run stay.</summary>
    private Task<RunRecord> FailAsync(string runId, Message message, CancellationToken cancellationToken)
    {
        log.LogError("Run {Run} failed: {Message}", runId, MessageTexts.English.Render(message));
        return runs.UpdateAsync(runId, before => before with { State = RunState.Failed, Message = message }, cancellationToken);
    }

    private static bool IsOvertaken(RunRecord run) => run.State == RunState.Failed && RunMessages.Overtaken().Equals(run.Message);

    private async Task<RunRecord> PlanAsync(RunRecord run, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        var plan = await work.FindPlanAsync(run.Id, cancellationToken);
        if (plan is null)
        {
            try
            {
                (run, plan) = await MakePlanAsync(run, progress, cancellationToken);
            }
            catch (RunFailedException impossible)
            {
                return await FailAsync(run.Id, impossible.Reason, cancellationToken);
            }
        }

        run = await runs.UpdateAsync(
            run.Id, before =>
                before with { State = RunState.Forecasting, DistrictsTotal = plan.Shards.Count(s => s is not null) }, cancellationToken);
        await SendAsync(plan, cancellationToken);
        return run;
    }

    private async Task<(RunRecord Run, RunPlan Plan)> MakePlanAsync(
        RunRecord run, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        await RequireSameFactsAsync(run, cancellationToken);
        run = await runs.UpdateAsync(run.Id, before => before with { State = RunState.Planning }, cancellationToken);
        var (plan, outcome) = await planner.PlanAsync(run, progress, cancellationToken);

        // The id of a run stands for its facts; results from changed facts are not published under it.
        await RequireSameFactsAsync(run, cancellationToken);
        run = await runs.UpdateAsync(
            run.Id,
            before => before with
            {
                PlannedAt = before.PlannedAt ?? time.GetUtcNow(),
                Model = plan.Promotion.Model,
                Champion = plan.Promotion.Champion,
                Challenger = plan.Promotion.Challenger,
                Promotion = plan.Promotion.Outcome,
                PromotionReason = plan.Promotion.Reason,
                Drifting = outcome.Drifting,
                Series = outcome.Series,
                Warnings = outcome.Warnings,
            },
            cancellationToken);
        await work.WritePlanAsync(plan, cancellationToken);
        return (run, plan);
    }

    // A finished run also updates table Models, because a crash may have prevented that.
    private async Task<bool> IsFinishedAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (!await registry.IsFinishedAsync(run, cancellationToken)) return false;
        await champions.SettleAsync(cancellationToken);
        return true;
    }

    private async Task RequireSameFactsAsync(RunRecord run, CancellationToken cancellationToken)
    {
        if (await facts.GetSnapshotAsync(cancellationToken) != run.Facts) throw new RunFailedException(RunMessages.Overtaken());
    }

    // Queues the districts that are not forecast yet; if there are none, the shard above the districts, so that the run is published.
    private async Task SendAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var done = await work.DoneAsync(plan.Run, cancellationToken);
        var missing = Enumerable.Range(0, plan.Shards.Count)
            .Where(shard => !done.Contains(shard)).Select(shard => plan.Shards[shard]).ToArray();
        foreach (var district in missing.Length > 0 ? missing : [null])
            await queue.SendAsync(new WorkItem(WorkItem.DistrictKind, plan.Run, district), cancellationToken);
    }

    private async Task ForecastAsync(RunRecord run, string? district, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        if (await work.FindPlanAsync(run.Id, cancellationToken) is not { } plan) return;
        var shard = plan.IndexOf(district);
        if (shard < 0) throw new InvalidOperationException($"Run {run.Id} has no district '{district}'.");
        var done = await work.DoneAsync(run.Id, cancellationToken);
        if (!done.Contains(shard)) await ForecastAsync(run.Id, shard, district is not null, cancellationToken);

        done = await work.DoneAsync(run.Id, cancellationToken);
        var districts = done.Count(i => plan.Shards[i] is not null);
        var all = plan.Shards.Count(s => s is not null);
        progress?.Report(new RunProgress(RunStage.Districts, $"{districts} of {all} districts", done.Count, plan.Shards.Count));
        run = await runs.UpdateAsync(
            run.Id, before => before with { DistrictsDone = Math.Max(districts, before.DistrictsDone) }, cancellationToken);
        if (done.Count == plan.Shards.Count) await FinishAsync(run, plan, progress, cancellationToken);
    }

    private async Task ForecastAsync(string run, int shard, bool isDistrict, CancellationToken cancellationToken)
    {
        var model = await work.ReadModelAsync(run, cancellationToken);
        var panel = await work.ReadPanelAsync(run, shard, cancellationToken);
        var forecasts = new ForecastEngine(options.Value.Engine)
            .Predict(model, panel, node => Shards.IsInDistrict(node) == isDistrict, null, cancellationToken);
        await work.WriteBaseAsync(run, shard, forecasts, cancellationToken);
    }

    private async Task FinishAsync(RunRecord run, RunPlan plan, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        await using var claim = await runs.TryClaimAsync(run.Id, cancellationToken);
        if (claim is null || await IsFinishedAsync(await runs.GetAsync(run.Id, cancellationToken), cancellationToken)) return;

        run = await runs.UpdateAsync(run.Id, before => before with { State = RunState.Publishing }, claim.Held);
        await publisher.PublishAsync(run, plan, progress, claim.Held);
        await champions.SettleAsync(claim.Held);
        await sweeper.SweepAsync(claim.Held);
    }
}
