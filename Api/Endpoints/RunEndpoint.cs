using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Runs;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>GET /api/runs/{id}</c>: the status of a run.</summary>
internal sealed class RunEndpoint(INightlyForecast nightly) : IEndpoint
{
    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Get, "/api/runs/{id}", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("getRun", "Status of a run.", document)
                .Path("id", "Id of the run, from table Runs.")
                .Answers<RunStatus>("200", "The run.")
                .Problem("404", "There is no such run.")
                .Build(),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        if (await nightly.GetAsync(id, http.RequestAborted) is { } run) await Answers.JsonAsync(http, run);
        else await Answers.NotFoundAsync(http, $"There is no run '{id}'.", "Take an id from table Runs: GET /api/runs.");
    }
}
