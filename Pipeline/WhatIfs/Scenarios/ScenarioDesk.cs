namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

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
            var rows = run.Scenarios.Rows(scenario)
                .Where(row => row.Level >= finest)
                .Select(row => new ScenarioAnswerRow(run.Place(row.Level, row.Area, row.Scope), row.Figures));
            return new ScenarioAnswer(run.Basis.Run, run.Basis.Origin, scenario.Title, [.. rows]);
        }
        catch (ArgumentException unknown)
        {
            throw new WhatIfRequestException(unknown.Message, "Ask for a community and service in table Forecasts.", isMissing: true);
        }
    }
}
