using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Storage;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace CommunityDemand.Functions;

/// <summary><c>GET /api/feedbackthemes</c>: what comments are about, what they begin to be about, and complaints per 1,000 visits.</summary>
public sealed class GetFeedbackThemes(ITableReader tables)
{
    [Function(nameof(GetFeedbackThemes))]
    public Task<IActionResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "feedbackthemes")] HttpRequest request, CancellationToken cancellationToken) =>
        tables.AnswerAsync(StorageNames.FeedbackThemesTable, request, cancellationToken);
}
