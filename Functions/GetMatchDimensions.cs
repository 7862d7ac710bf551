using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/matchdimensions</c>: where supply misses what residents need: in kind, in time, for special groups, and in the long run.</summary>
public sealed class GetMatchDimensions(ITableReader tables)
{
    [Function(nameof(GetMatchDimensions))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "matchdimensions")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.MatchDimensionsTable, request, cancellationToken);
}
