using CommunityDemand.Pipeline.Reading;
using Microsoft.Net.Http.Headers;

namespace CommunityDemand.Local.Dashboard;

/// <summary>
/// Rejects requests of foreign pages. Such a page can send a form or plain text to 127.0.0.1 without permission, but no JSON, no file by
/// itself, and not without an Origin header; the server answers neither (OWASP, cross-site request forgery prevention).
/// </summary>
internal static class SameOrigin
{
    public static async Task CheckAsync(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || Refusal(http.Request) is not { } refusal)
        {
            await next(http);
            return;
        }

        http.Response.StatusCode = refusal.StatusCode;
        http.Response.ContentType = refusal.ContentType;
        await http.Response.Body.WriteAsync(refusal.Body, http.RequestAborted);
    }

    private static Pipeline.Reading.TableResponse? Refusal(HttpRequest request) =>
        !IsOwn(request)
            ? WhatIfResponse.Problem(
                StatusCodes.Status403Forbidden, "Another site asks.",
                "Send the request from the dashboard, or from a program without an Origin header.")
            : HasBody(request) && !IsOwnType(request)
                ? WhatIfResponse.Problem(
                    StatusCodes.Status415UnsupportedMediaType, "The body is neither JSON nor a file.",
                    "Send the body with Content-Type: application/json, or a file with application/octet-stream.")
                : null;

    private static bool IsOwn(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        return site is null or "same-origin" && (origin is null || origin == $"{request.Scheme}://{request.Host}");
    }

    private static bool HasBody(HttpRequest request) => request.ContentLength > 0 || request.Headers.TransferEncoding.Count > 0;

    private static bool IsOwnType(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || type.MediaType.Equals("application/octet-stream", StringComparison.OrdinalIgnoreCase));
}
