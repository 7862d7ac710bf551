using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs.Allocations;
using CommunityDemand.Pipeline.WhatIfs.Scenarios;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>POST /api/scenarios</c> and <c>POST /api/allocations</c>: what-if questions to a published run.</summary>
internal sealed class QuestionEndpoints(IScenarios scenarios, IAllocations allocations) : IEndpoint
{
    public IEnumerable<ApiRoute> Routes =>
    [
        Route<ScenarioRequest, ScenarioAnswer>(
            "Scenarios", "Demand and shortage under a what-if scenario.", scenarios.AnswerAsync),
        Route<AllocationRequest, AllocationAnswer>(
            "Allocations", "Allocation of extra capacity, and the shortage that it removes.", allocations.AnswerAsync),
    ];

    private static ApiRoute Route<TRequest, TAnswer>(
        string table, string summary, Func<Stream, Language, CancellationToken, Task<TableResponse>> ask) =>
        new(HttpMethods.Post, "/api/" + table.ToLowerInvariant(), Access.Key, http => AnswerAsync(http, ask))
        {
            Description = document => new Operation("ask" + table, summary, document)
                .Takes<TRequest>(isRequired: true)
                .Answers<TAnswer>("200", "The answer.")
                .Problem("400", "The question is invalid.")
                .Problem("404", "The question names something that does not exist, or no run is published yet.")
                .Problem("413", "The question is too large.")
                .Build(),
        };

    private static async Task AnswerAsync(HttpContext http, Func<Stream, Language, CancellationToken, Task<TableResponse>> ask)
    {
        if (await RequestBody.ReadAsync(http) is { } body)
            await Answers.WriteAsync(http, await ask(body, ReaderLanguage.Of(http.Request), http.RequestAborted));
    }
}
