using System.Text.Json;
using CommunityDemand.Pipeline.Reading;
using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>Carries answers whose bytes are known over HTTP.</summary>
internal static class Answers
{
    /// <summary>Writes an answer as it is.</summary>
    public static async Task WriteAsync(HttpContext http, TableResponse answer)
    {
        var response = http.Response;
        response.StatusCode = answer.StatusCode;
        if (answer.ETag is not null) response.Headers.ETag = answer.ETag;
        if (answer.NextPage is not null) response.Headers["x-next-page"] = answer.NextPage;

        // Tables change once a night, at no fixed time: keep them, but ask whether they still stand.
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

    /// <summary>What is wrong and what to do about it, in the form that all problems have.</summary>
    public static Task ProblemAsync(HttpContext http, int statusCode, string error, string remedy) =>
        WriteAsync(http, WhatIfResponse.Problem(statusCode, error, remedy));

    public static Task NotFoundAsync(HttpContext http) =>
        NotFoundAsync(http, "There is nothing at this address.", "GET /api/openapi.json lists what programs may call.");

    public static Task NotFoundAsync(HttpContext http, string error, string remedy) =>
        ProblemAsync(http, StatusCodes.Status404NotFound, error, remedy);

    /// <summary>The request makes no sense.</summary>
    public static Task WrongAsync(HttpContext http, string error, string remedy) =>
        ProblemAsync(http, StatusCodes.Status400BadRequest, error, remedy);
}
