using CommunityDemand.Pipeline.Scenarios;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>POST /api/scenarios</c>: what demand and shortage of the current run would be if something changed.</summary>
public sealed class AskScenario(IScenarios scenarios)
{
    /// <param name="request">Its body is a <see cref="ScenarioRequest"/> as JSON.</param>
    [Function(nameof(AskScenario))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "scenarios")] HttpRequest request, CancellationToken cancellationToken)
    {
        var response = await scenarios.AnswerAsync(request.Body, Language.English, cancellationToken);
        return new ApiResult(response.StatusCode, response.ContentType, response.Body);
    }
}
