using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/runs</c>: the runs, the oldest origin first; parameter <c>from</c> gives those from a day on.</summary>
public sealed class GetRuns(ITableReader tables)
{
    [Function(nameof(GetRuns))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "runs")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.RunsTable, request, cancellationToken);
}
