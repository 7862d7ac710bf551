using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/residents</c>: who lives where: shares of the old, the young, the disabled and the poor, and their trend.</summary>
public sealed class GetResidents(ITableReader tables)
{
    [Function(nameof(GetResidents))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "residents")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.ResidentsTable, request, cancellationToken);
}
