using System.Text.Json;
using CommunityDemand.Pipeline.Reading;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityDemand.Functions;

/// <summary>An answer whose bytes are known, written as they are.</summary>
internal sealed record ApiResult(int StatusCode, string ContentType, ReadOnlyMemory<byte> Body) : IActionResult
{
    public string? ETag { get; init; }

    public string? Location { get; init; }

    /// <summary>Value of parameter <c>page</c> for the page that follows.</summary>
    public string? NextPage { get; init; }

    /// <inheritdoc cref="ApiJson.Format"/>
    public static JsonSerializerOptions JsonFormat => ApiJson.Format;

    public static ApiResult Json<T>(int statusCode, T value) =>
        new(statusCode, ApiJson.ContentType, JsonSerializer.SerializeToUtf8Bytes(value, JsonFormat));

    /// <summary>A problem in the form that <c>ITableReader</c> gives its own.</summary>
    public static ApiResult Problem(int statusCode, string error, string remedy) => Json(statusCode, new { error, remedy });

    /// <summary>A body that is no JSON of the form asked for.</summary>
    /// <param name="what">What it should have been.</param>
    public static ApiResult BadBody(string what, JsonException error, string remedy) => Problem(
        StatusCodes.Status400BadRequest, $"The body is no {what}; what is wrong stands at {(string.IsNullOrEmpty(error.Path) ? "$" : error.Path)}.", remedy);

    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.StatusCode = StatusCode;
        if (ETag is not null) response.Headers.ETag = ETag;
        if (Location is not null) response.Headers.Location = Location;
        if (NextPage is not null) response.Headers["x-next-page"] = NextPage;

        // Tables change once a night, at no fixed time: keep them, but ask whether they still stand.
        response.Headers.CacheControl = ETag is null ? "no-store" : "private, no-cache";
        if (StatusCode == StatusCodes.Status304NotModified) return;

        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        await response.Body.WriteAsync(Body, context.HttpContext.RequestAborted);
    }
}
