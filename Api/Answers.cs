using System.Text.Json;
using CommunityDemand.Pipeline.Reading;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>Writes prepared answers to HTTP responses.</summary>
internal static class Answers
{
    /// <summary>Writes an answer unchanged.</summary>
    public static async Task WriteAsync(HttpContext http, TableResponse answer)
    {
        var response = http.Response;
        response.StatusCode = answer.StatusCode;
        if (answer.ETag is not null) response.Headers.ETag = answer.ETag;
        if (answer.NextPage is not null) response.Headers["x-next-page"] = answer.NextPage;

        // Tables change once a night, at no fixed time: clients may keep them, but must revalidate.
        response.Headers.CacheControl = answer.ETag is null ? "no-store" : "private, no-cache";
        if (answer.StatusCode == StatusCodes.Status304NotModified) return;

        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        await response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    public static Task JsonAsync<T>(HttpContext http, T value, int statusCode = StatusCodes.Status200OK)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(value, ApiJson.In(ReaderLanguage.Of(http.Request)));
        return WriteAsync(http, new TableResponse(statusCode, ApiJson.ContentType, body, null, null));
    }

    /// <summary>Answers with a problem: an error and its remedy, in the common form of all problems.</summary>
    public static Task ProblemAsync(HttpContext http, int statusCode, string error, string remedy) =>
        WriteAsync(http, WhatIfResponse.Problem(statusCode, error, remedy));

    public static Task NotFoundAsync(HttpContext http) =>
        NotFoundAsync(http, "There is nothing at this address.", "GET /api/openapi.json lists the endpoints for programs.");

    public static Task NotFoundAsync(HttpContext http, string error, string remedy) =>
        ProblemAsync(http, StatusCodes.Status404NotFound, error, remedy);

    /// <summary>Answers that the request is invalid.</summary>
    public static Task WrongAsync(HttpContext http, string error, string remedy) =>
        ProblemAsync(http, StatusCodes.Status400BadRequest, error, remedy);
}
