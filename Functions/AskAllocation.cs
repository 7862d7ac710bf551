using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Texts;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>POST /api/allocations</c>: where extra capacity would go, and what shortage it would remove.</summary>
public sealed class AskAllocation(IAllocations allocations)
{
    /// <param name="request">Its body is an <see cref="AllocationRequest"/> as JSON.</param>
    [Function(nameof(AskAllocation))]
    public async Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "allocations")] HttpRequest request, CancellationToken cancellationToken)
    {
        var response = await allocations.AnswerAsync(request.Body, Language.English, cancellationToken);
        return new ApiResult(response.StatusCode, response.ContentType, response.Body);
    }
}
