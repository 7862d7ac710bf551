using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/supplydemand</c>: capacity against expected demand, and where it will fall short.</summary>
public sealed class GetSupplyDemand(ITableReader tables)
{
    [Function(nameof(GetSupplyDemand))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "supplydemand")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.SupplyDemandTable, request, cancellationToken);
}
