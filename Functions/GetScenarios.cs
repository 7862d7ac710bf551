using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/scenarios</c>: what demand and shortage would be if something changed, as computed with the run.</summary>
public sealed class GetScenarios(ITableReader tables)
{
    [Function(nameof(GetScenarios))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "scenarios")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.ScenariosTable, request, cancellationToken);
}
