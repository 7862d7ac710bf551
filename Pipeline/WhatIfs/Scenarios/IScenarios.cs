namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Answers what-ifs from what a published run keeps: nothing is stored, and no fact is read.</summary>
public interface IScenarios
{
    /// <exception cref="WhatIfRequestException">The question cannot be answered; the exception says why and what can.</exception>
    Task<ScenarioAnswer> AskAsync(ScenarioRequest request, CancellationToken cancellationToken);
}
