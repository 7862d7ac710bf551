using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Attention;
using CommunityDemand.Pipeline.Champions;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Indicators;
using CommunityDemand.Pipeline.Monitoring;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Publishing;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Supply;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Night;

/// <summary>
/// The expensive part of a night, done once: one pass over the facts for panel and indicators, backtest and training, the choice of the
/// model, and the panels of the shards.
/// </summary>
internal sealed class RunPlanner(
    CityPanelBuilder panels,
    FactPass pass,
    ModelChooser models,
    WorkFiles work,
    AccuracyJudge judge,
    IndicatorBook indicators,
    VulnerableCommunities vulnerable,
    AttentionPlanner attention,
    IOptions<AllocationOptions> allocation)
{
    private const int Thousand = 1000;

    /// <summary>Builds, trains and writes the working files of a run, except the plan itself.</summary>
    /// <exception cref="RunFailedException">The facts allow no forecast.</exception>
    public async Task<(RunPlan Plan, PlanOutcome Outcome)> PlanAsync(
        RunRecord run, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new RunProgress(RunStage.Planning, "reading usage", 0, 1));
        var survey = await panels.SurveyAsync(run.Origin, cancellationToken);
        var city = await ReadAsync(run, survey, cancellationToken);
        progress?.Report(new RunProgress(RunStage.Planning, $"{city.Panel.Keys.Count} series to {city.Origin:yyyy-MM-dd}", 1, 1));

        var chosen = await models.ChooseAsync(run, city, Training(progress), cancellationToken);
        await work.WriteModelAsync(run.Id, chosen.Model, cancellationToken);

        var districts = Shards.Districts(city.Panel);
        for (var i = 0; i < districts.Count; i++) await work.WritePanelAsync(run.Id, i, districts[i].Panel, cancellationToken);
        Panel[] panelsOfDistricts = [.. districts.Select(d => d.Panel)];
        var above = Shards.Above(panelsOfDistricts);
        await work.WritePanelAsync(run.Id, districts.Count, above, cancellationToken);

        var plan = new RunPlan(
            run.Id,
            run.Origin,
            run.Horizon,
            chosen.Promotion,
            chosen.Challenger,
            city.Areas.City.Code,
            [.. Enum.GetValues<AreaLevel>().SelectMany(city.Areas.At)],
            ServiceNames.Of(city.Services, city.Keys.Select(key => key.Service)),
            [.. districts.Select(d => (string?)d.District), null],
            CapacitySteps.Of(survey.Facts.Capacity))
        {
            Frequency = city.Cadence.Frequency,
            OpenDays = OpenDaysOf(survey, run),
            SupplyTypes = city.Keys.Select(key => key.Service).Distinct(StringComparer.Ordinal).ToDictionary(
                code => code, code => city.Services[code].SupplyType.Code(), StringComparer.Ordinal),
            WaitingOutcomes = await attention.WaitingOutcomesAsync(run, cancellationToken),
        };
        var fared = await judge.JudgeAsync(run, panelsOfDistricts, above, city.Areas.City.Code, cancellationToken);
        await work.WriteRowsAsync(run.Id, ForecastAccuracyRow.Table, fared.Rows, cancellationToken);
        await work.WriteWhatIfFactsAsync(
            run.Id,
            WhatIfFacts.Of(city, survey.Facts.Population, await vulnerable.FindAsync(run.Id, cancellationToken)),
            cancellationToken);
        var names = new RowNames(plan);
        Message[] warnings =
            [.. city.Warnings, .. chosen.Warnings, .. AllocationWarning.Of(allocation.Value, [.. city.Keys]),
                .. DriftWarning.Of(fared, names, plan.Frequency)];
        await work.WriteRowsAsync(
            run.Id, AttentionRow.Table, await attention.FindAsync(plan.City, warnings, cancellationToken), cancellationToken);
        return (plan, new PlanOutcome(city.Panel.Keys.Count, fared.Drifts.Count, warnings));
    }

    /// <summary>
    /// Streams the facts once for the panel and the indicators. Rows of indicators are written before the training of the forecasts
    /// begins, so that the memory of both is not needed at the same time.
    /// </summary>
    private async Task<CityPanel> ReadAsync(RunRecord run, CitySurvey survey, CancellationToken cancellationToken)
    {
        var panel = new CityPanelTally(survey, run.Horizon);
        var scope = new IndicatorScope(run.Origin, survey.Areas, survey.Services, survey.Facts)
        {
            Cadence = survey.Window.Cadence,
            Calendar = survey.Calendar,
        };
        using var tallies = indicators.Begin(scope);
        await pass.RunAsync([panel, .. tallies.Watchers], survey.Areas, run.Origin, cancellationToken);
        tallies.Train(cancellationToken);
        await indicators.WriteAsync(run.Id, tallies, cancellationToken);
        return panel.Build();
    }

    private static IReadOnlyList<OpenDays> OpenDaysOf(CitySurvey survey, RunRecord run)
    {
        var cadence = survey.Window.Cadence;
        return cadence.Frequency == Frequency.Daily
            ? []
            : [
                .. Enumerable.Range(1, run.Horizon).Select(ahead => OpenDays.Of(
                    survey.Calendar, cadence.Ahead(run.Origin, ahead), cadence.End(run.Origin, ahead))),
            ];
    }

    private static Relay<EngineProgress>? Training(IProgress<RunProgress>? progress) => progress is null
        ? null
        : new Relay<EngineProgress>(p => progress.Report(new RunProgress(RunStage.Training, p.Step, (long)(p.Done * Thousand), Thousand)));
}

/// <summary>Results of the planning for the row of the run.</summary>
internal sealed record PlanOutcome(int Series, int Drifting, IReadOnlyList<Message> Warnings);
