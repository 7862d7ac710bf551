using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/improvements</c>: what each measure did to satisfaction, efficiency and complaints, and whether it achieved what it was taken for.</summary>
public sealed class GetImprovements(ITableReader tables)
{
    [Function(nameof(GetImprovements))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "improvements")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.ImprovementsTable, request, cancellationToken);
}
