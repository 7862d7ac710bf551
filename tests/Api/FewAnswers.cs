using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.WhatIfs;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;

namespace CommunityDemand.Tests.Api;

/// <summary>Answers each question with a city's one row, and keeps what was asked.</summary>
internal sealed class FewAnswers : IScenarios, IAllocations
{
    private static readonly DateOnly Origin = new(2026, 6, 30);

    private static readonly AnsweredPlace City = new("city", "Large", "Large", "all", "all", "All services");

    public List<object> Asked { get; } = [];

    public Task<ScenarioAnswer> AskAsync(ScenarioRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        if (request.Kind is null) throw new WhatIfRequestException("No kind of scenario is given.", "Ask for one.");
        var row = new ScenarioAnswerRow(City, new ScenarioFigures
        {
            Demand = 1000,
            DemandChange = 80,
            Lower95 = null,
            Upper95 = null,
            Capacity = 900,
            ExpectedShortage = 90,
            ShortageChange = 30,
            MatchRate = .91,
            Status = "short",
        });
        return Task.FromResult(new ScenarioAnswer("run", Origin, new Message("scenario.all_areas"), [row]));
    }

    public Task<AllocationAnswer> AskAsync(AllocationRequest request, CancellationToken cancellationToken)
    {
        Asked.Add(request);
        var row = new AllocationAnswerRow(City, new AllocationFigures
        {
            Budget = 10,
            Units = 10,
            ExtraCapacity = 10,
            ExpectedDemand = 1000,
            ShortageBefore = 100,
            ShortageAfter = 60,
            ShortageRemoved = 40,
            MatchRateBefore = .9,
            MatchRateAfter = .94,
            NextUnitGain = 3,
            ProportionalRemoved = 20,
            Weight = null,
        });
        return Task.FromResult(new AllocationAnswer("run", Origin, "visits", "service", ["visits", "staff"], [row]));
    }
}
