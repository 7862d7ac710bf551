using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Scenarios;
using CommunityDemand.Pipeline.WhatIfs;

namespace CommunityDemand.Tests.Api;

/// <summary>Answers each question with a city's one row, and keeps what was asked.</summary>
internal sealed class FewAnswers : IScenarios, IAllocations
{
    private static readonly DateOnly Origin = new(2026, 6, 30);

    public List<object> Asked { get; } = [];

    public Task<ScenarioAnswer> AskAsync(ScenarioRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        if (request.Kind is null) throw new WhatIfRequestException("No kind of scenario is given.", "Ask for one.");
        var row = new ScenarioAnswerRow("city", "Large", "Large", "all", "all", "All services", 1000, 80, null, null, 900, 90, 30, .91, "short");
        return Task.FromResult(new ScenarioAnswer("run", Origin, "What is assumed", [row]));
    }

    public Task<AllocationAnswer> AskAsync(AllocationRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        var row = new AllocationAnswerRow("city", "Large", "Large", "all", "all", "All services", 10, 10, 10, 1000, 100, 60, 40, .9, .94, 3, 20, null);
        return Task.FromResult(new AllocationAnswer("run", Origin, "visits", "service", ["visits", "staff"], [row]));
    }
}
