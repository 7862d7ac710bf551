using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Pipeline.Scenarios;

/// <inheritdoc cref="IScenarios"/>
internal sealed class ScenarioDesk(WhatIfRuns runs) : IScenarios
{
    public async Task<ScenarioAnswer> AskAsync(ScenarioRequest request, CancellationToken cancellationToken)
    {
        var finest = WhatIfRuns.Finest(request.Level);
        return Answer(await runs.GetAsync(request.Run, cancellationToken), request, finest);
    }

    private static ScenarioAnswer Answer(WhatIfRun run, ScenarioRequest request, Domain.Geography.AreaLevel finest)
    {
        var scenario = ScenarioFactory.Make(request, run.Basis, run.Scenarios.Series);
        try
        {
            var rows = run.Scenarios.Rows(scenario).Where(row => row.Level >= finest).Select(row => Row(row, run));
            return new ScenarioAnswer(run.Basis.Run, run.Basis.Origin, scenario.Title, [.. rows]);
        }
        catch (ArgumentException unknown)
        {
            throw new WhatIfRequestException(unknown.Message, "Ask for a community and service that table Forecasts has.", isMissing: true);
        }
    }

    private static ScenarioAnswerRow Row(ScenarioRow row, WhatIfRun run) => new(
        Domain.Geography.AreaLevels.Code(row.Level),
        row.Area,
        run.AreaNames[(row.Level, row.Area)],
        row.Scope.Level,
        row.Scope.Code,
        run.Basis.NameOf(row.Scope),
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
