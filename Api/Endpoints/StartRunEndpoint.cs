using System.Text.Json;
using CommunityDemand.Api.Description;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api.Endpoints;

/// <summary><c>POST /api/runs</c>: starts a run now. Answers 202, with the address of the run's status in <c>Location</c>.</summary>
internal sealed class StartRunEndpoint(INightlyForecast nightly) : IEndpoint
{
    private const string Summary = "Starts a run now. An existing run is returned unchanged, unless force is true.";

    private const string Remedy = """Send nothing, or JSON such as {"origin": "2026-03-07", "force": true}.""";

    public IEnumerable<ApiRoute> Routes =>
    [
        new(HttpMethods.Post, "/api/runs", Access.Key, AnswerAsync)
        {
            Description = document => new Operation("startRun", Summary, document)
                .Takes<RunRequest>(isRequired: false)
                .Answers<RunStatus>("202", "The run. The address in Location gives its status.", ("Location", "Address of the run."))
                .Problem("400", "The request is invalid.")
                .Problem("413", "The request is too large.")
                .Build(),
        },
    ];

    private async Task AnswerAsync(HttpContext http)
    {
        if (await RequestBody.ReadAsync(http) is not { } body || await ReadAsync(http, body) is not { } wanted) return;
        var run = await nightly.StartAsync(wanted, http.RequestAborted);
        var here = $"{http.Request.PathBase}{http.Request.Path.Value?.TrimEnd('/')}";
        http.Response.Headers.Location = $"{here}/{Uri.EscapeDataString(run.Id)}";
        await Answers.JsonAsync(http, run, StatusCodes.Status202Accepted);
    }

    /// <summary>The request in the body; null where the body is invalid, in which case the request is already answered.</summary>
    private static async Task<RunRequest?> ReadAsync(HttpContext http, MemoryStream body)
    {
        if (IsBlank(body)) return new RunRequest();
        try
        {
            return await JsonSerializer.DeserializeAsync<RunRequest>(body, ApiJson.Format, http.RequestAborted) ?? new RunRequest();
        }
        catch (JsonException mistake)
        {
            await Answers.WriteAsync(http, WhatIfResponse.Misread("run request", mistake, Remedy));
        }
        catch (ArgumentOutOfRangeException)
        {
            await Answers.WrongAsync(http, $"The origin is before {RunRequest.EarliestOrigin:yyyy-MM-dd}.", Remedy);
        }

        return null;
    }

    private static bool IsBlank(MemoryStream body) => body.GetBuffer().AsSpan(0, (int)body.Length).Trim(" \t\r\n"u8).IsEmpty;
}
