using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Scenarios;

/// <inheritdoc cref="IScenarios"/>
internal sealed class ScenarioDesk(RunStore runs, ScenarioFile file) : IScenarios
{
    public async Task<ScenarioAnswer> AskAsync(ScenarioRequest request, CancellationToken cancellationToken)
    {
        var finest = Level(request.Level);
        var run = request.Run ?? await CurrentAsync(cancellationToken);
        if (await file.FindAsync(run, cancellationToken) is not var (basis, series))
            throw new ScenarioRequestException($"Run '{run}' keeps nothing to ask.", "Leave the run out to ask the current one, or start a run: those of earlier versions kept less.", isMissing: true);

        var scenario = ScenarioFactory.Make(request, basis, series);
        try
        {
            var names = basis.Areas.ToDictionary(area => (area.Level, area.Code), area => area.Name);
            var rows = new ScenarioTally(series, basis.City).Rows(scenario).Where(row => row.Level >= finest).Select(row => Row(row, names, basis));
            return new ScenarioAnswer(run, basis.Origin, scenario.Title, [.. rows]);
        }
        catch (ArgumentException unknown)
        {
            throw new ScenarioRequestException(unknown.Message, "Ask for a community and service that table Forecasts has.", isMissing: true);
        }
    }

    private async Task<string> CurrentAsync(CancellationToken cancellationToken)
    {
        await runs.EnsureAsync(cancellationToken);
        return (await runs.GetPointerAsync(cancellationToken))?.Run
            ?? throw new ScenarioRequestException("No run has been published yet.", "Start one, and ask when it is done.", isMissing: true);
    }

    private static AreaLevel Level(string? code) => code is null ? AreaLevel.District
        : AreaLevels.TryParse(code, out var level) ? level
        : throw new ScenarioRequestException($"Level '{code}' is none.", "Levels are community, subdistrict, district and city.");

    private static ScenarioAnswerRow Row(ScenarioRow row, Dictionary<(AreaLevel Level, string Code), string> names, ScenarioBasis basis) => new(
        row.Level.Code(),
        row.Area,
        names[(row.Level, row.Area)],
        row.Scope.Level,
        row.Scope.Code,
        row.Scope == ServiceScope.All ? "All services" : basis.ServiceNames[$"{row.Scope.Level}:{row.Scope.Code}"],
        row.After.Demand,
        row.DemandChange,
        row.Bounds?.Lower,
        row.Bounds?.Upper,
        row.Capacity,
        row.Shortage,
        row.ShortageChange,
        row.MatchRate,
        row.Status);
}
