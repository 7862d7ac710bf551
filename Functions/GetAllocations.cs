using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/allocations</c>: where extra capacity removes the most expected shortage.</summary>
public sealed class GetAllocations(ITableReader tables)
{
    [Function(nameof(GetAllocations))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "allocations")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.AllocationsTable, request, cancellationToken);
}
