using Azure;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>GET /health</c>: whether the app and its storage answer. The answer contains nothing about the city.</summary>
internal sealed class HealthEndpoint(ITableReader tables, ILogger<HealthEndpoint> log) : IEndpoint
{
    private static readonly Dictionary<string, string> OneRow = new() { ["top"] = "1" };

    public IEnumerable<ApiRoute> Routes => [new(HttpMethods.Get, "/health", Access.Anonymous, AnswerAsync)];

    private async Task AnswerAsync(HttpContext http)
    {
        var isHealthy = await IsStorageThereAsync(http.RequestAborted);
        var (status, code) = isHealthy ? ("healthy", StatusCodes.Status200OK) : ("unhealthy", StatusCodes.Status503ServiceUnavailable);
        await Answers.JsonAsync(http, new { status }, code);
    }

    private async Task<bool> IsStorageThereAsync(CancellationToken cancellationToken)
    {
        try
        {
            var runs = await tables.GetAsync(StorageNames.RunsTable, OneRow, ifNoneMatch: null, cancellationToken);
            return runs.StatusCode == StatusCodes.Status200OK;
        }
        catch (RequestFailedException away)
        {
            log.LogError(away, "The storage does not answer");
            return false;
        }
    }
}
