using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Models;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Panels;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs.Work;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>The costly part of a night that is done once: panel, backtest and training, and the panels of the shards.</summary>
internal sealed class RunPlanner(
    CityPanelBuilder panels, IFactReader facts, WorkFiles work, AccuracyJudge judge, IOptions<RunOptions> options)
{
    private const int Thousand = 1000;

    /// <summary>Builds, trains and writes a run's working files, all but the plan itself.</summary>
    /// <exception cref="RunFailedException">The facts allow no forecast.</exception>
    public async Task<(RunPlan Plan, PlanOutcome Outcome)> PlanAsync(
        string run, DateOnly origin, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new RunProgress(RunStage.Planning, "reading usage", 0, 1));
        var city = await panels.BuildAsync(origin, cancellationToken);
        progress?.Report(new RunProgress(RunStage.Planning, $"{city.Panel.Keys.Count} series to {city.Origin:yyyy-MM-dd}", 1, 1));

        var engine = new ForecastEngine(options.Value.Engine);
        var model = engine.Train(city.Panel, options.Value.Horizon, Training(progress), cancellationToken);
        await work.WriteModelAsync(run, model, cancellationToken);

        var districts = Shards.Districts(city.Panel);
        for (var i = 0; i < districts.Count; i++) await work.WritePanelAsync(run, i, districts[i].Panel, cancellationToken);
        var above = Shards.Above([.. districts.Select(d => d.Panel)]);
        await work.WritePanelAsync(run, districts.Count, above, cancellationToken);

        var plan = new RunPlan(
            run,
            origin,
            options.Value.Horizon,
            model.Version,
            city.Areas.City.Code,
            [.. Enum.GetValues<AreaLevel>().SelectMany(city.Areas.At)],
            Names(city.Services, city.Panel.Keys.Select(key => key[^1])),
            [.. districts.Select(d => (string?)d.District), null],
            CapacitySteps.Of(await facts.ReadCapacityAsync(cancellationToken)),
            await judge.JudgeAsync(origin, [.. districts.Select(d => d.Panel)], above, city.Areas.City.Code, cancellationToken));
        return (plan, new PlanOutcome(city.Panel.Keys.Count, [.. city.Warnings, .. engine.Warnings]));
    }

    private static Dictionary<string, string> Names(ServiceCatalogue services, IEnumerable<string> used)
    {
        var names = used.Distinct(StringComparer.Ordinal).ToDictionary(code => $"{ServiceScope.ServiceLevel}:{code}", code => services[code].NameEn, StringComparer.Ordinal);
        foreach (var needClass in NeedClasses.All) names[$"{ServiceScope.NeedClassLevel}:{needClass.Code()}"] = Name(needClass);
        return names;
    }

    private static string Name(NeedClass needClass) => needClass switch
    {
        NeedClass.BasicLiving => "Basic living",
        NeedClass.SocialServices => "Social services",
        NeedClass.CultureAndEducation => "Culture and education",
        NeedClass.SpecialGroups => "Special groups",
        _ => throw new ArgumentOutOfRangeException(nameof(needClass)),
    };

    private static Relay<EngineProgress>? Training(IProgress<RunProgress>? progress) => progress is null
        ? null
        : new Relay<EngineProgress>(p => progress.Report(new RunProgress(RunStage.Training, p.Step, (long)(p.Done * Thousand), Thousand)));
}

/// <summary>What planning learned that the run's row tells.</summary>
internal sealed record PlanOutcome(int Series, IReadOnlyList<string> Warnings);
