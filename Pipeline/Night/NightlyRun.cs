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
/// The flow of a run. Each step first looks whether its result is there, so that any of them may be repeated, by a message that
/// comes twice or by planning again after a crash: the work goes on where it stopped.
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
    // Files may keep arriving while a run is planned; then the next one includes them.
    private const int PlanningAttempts = 3;

    public async Task<RunStatus> StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var run = await registry.RegisterAsync(request, cancellationToken);
        if (!await IsFinishedAsync(run, cancellationToken))
            await queue.SendAsync(new WorkItem(WorkItem.PlanKind, run.Id), cancellationToken);
        return run.Status;
    }

    public Task<RunStatus> PlanAsync(RunRequest request, CancellationToken cancellationToken) => PlanAsync(request, null, cancellationToken);

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
            // Who found it overtaken may have died before it started the run that takes its place.
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

    /// <summary>Queues again whatever of a planned run is not done: for a host whose messages died with it.</summary>
    public async Task ResumeAsync(string runId, CancellationToken cancellationToken)
    {
        var plan = await work.FindPlanAsync(runId, cancellationToken);
        if (plan is null) await queue.SendAsync(new WorkItem(WorkItem.PlanKind, runId), cancellationToken);
        else await SendAsync(plan, cancellationToken);
    }

    /// <summary>Ends a run that cannot go on; the tables of the run before stay.</summary>
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
            run.Id, before => before with { State = RunState.Forecasting, DistrictsTotal = plan.Shards.Count(s => s is not null) }, cancellationToken);
        await SendAsync(plan, cancellationToken);
        return run;
    }

    private async Task<(RunRecord Run, RunPlan Plan)> MakePlanAsync(RunRecord run, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        await RequireSameFactsAsync(run, cancellationToken);
        run = await runs.UpdateAsync(run.Id, before => before with { State = RunState.Planning }, cancellationToken);
        var (plan, outcome) = await planner.PlanAsync(run, progress, cancellationToken);

        // A run's id vouches for its facts: what was read while they changed is not published under it.
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

    // Whoever finds a run finished sees to it that table Models says so too: a crash may have come between.
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

    // The shards not yet forecast; if there are none, the one that is above them all, so that somebody publishes.
    private async Task SendAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var done = await work.DoneAsync(plan.Run, cancellationToken);
        var missing = Enumerable.Range(0, plan.Shards.Count).Where(shard => !done.Contains(shard)).Select(shard => plan.Shards[shard]).ToArray();
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
        run = await runs.UpdateAsync(run.Id, before => before with { DistrictsDone = Math.Max(districts, before.DistrictsDone) }, cancellationToken);
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
