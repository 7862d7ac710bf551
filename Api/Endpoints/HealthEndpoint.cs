using Azure;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>GET /health</c>: whether the app answers and its storage too. Says nothing about the city.</summary>
internal sealed class HealthEndpoint(ITableReader tables, ILogger<HealthEndpoint> log) : IEndpoint
{
    private static readonly Dictionary<string, string> OneRow = new() { ["top"] = "1" };

    public IEnumerable<ApiRoute> Routes => [new(HttpMethods.Get, "/health", Access.Anonymous, AnswerAsync)];

    private async Task AnswerAsync(HttpContext http)
    {
        var isHealthy = await IsStorageThereAsync(http.RequestAborted);
        await Answers.JsonAsync(
            http, new { status = isHealthy ? "healthy" : "unhealthy" }, isHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private async Task<bool> IsStorageThereAsync(CancellationToken cancellationToken)
    {
        try
        {
            return (await tables.GetAsync(StorageNames.RunsTable, OneRow, ifNoneMatch: null, cancellationToken)).StatusCode == StatusCodes.Status200OK;
        }
        catch (RequestFailedException away)
        {
            log.LogError(away, "The storage does not answer");
            return false;
        }
    }
}
