namespace CommunityDemand.Pipeline.WhatIfs.Scenarios;

/// <summary>Answers what-if questions from the files of a published run; nothing is stored, and no facts are read.</summary>
public interface IScenarios
{
    /// <exception cref="WhatIfRequestException">
    /// The question cannot be answered; the exception tells why, and which questions can.
    /// </exception>
    Task<ScenarioAnswer> AskAsync(ScenarioRequest request, CancellationToken cancellationToken);
}
