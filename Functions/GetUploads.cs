using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/uploads</c>: the account of every file: rows read, kept, rejected and duplicate.</summary>
public sealed class GetUploads(ITableReader tables)
{
    [Function(nameof(GetUploads))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "uploads")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.UploadsTable, request, cancellationToken);
}
