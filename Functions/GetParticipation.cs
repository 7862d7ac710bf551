using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/participation</c>: which share of residents takes part in community affairs, through what, and how that changes.</summary>
public sealed class GetParticipation(ITableReader tables)
{
    [Function(nameof(GetParticipation))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "participation")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.ParticipationTable, request, cancellationToken);
}
