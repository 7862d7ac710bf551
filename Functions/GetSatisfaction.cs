using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/satisfaction</c>: how people rate services, by dimension and source, and which areas stand off the city.</summary>
public sealed class GetSatisfaction(ITableReader tables)
{
    [Function(nameof(GetSatisfaction))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "satisfaction")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.SatisfactionTable, request, cancellationToken);
}
