using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/forecastaccuracy</c>: last nights' forecasts against what came.</summary>
public sealed class GetForecastAccuracy(ITableReader tables)
{
    [Function(nameof(GetForecastAccuracy))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "forecastaccuracy")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.ForecastAccuracyTable, request, cancellationToken);
}
