using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.WhatIfs;
using Microsoft.Net.Http.Headers;

namespace CommunityDemand.Local.Dashboard;

/// <summary>
/// Carries questions to a run over HTTP, as the function app does. A foreign page may send a form or plain text to 127.0.0.1 unasked, but no JSON, and not without naming
/// itself: neither is answered (OWASP, cross-site request forgery prevention).
/// </summary>
internal static class QuestionEndpoint
{
    /// <summary>Most bytes of a question.</summary>
    public const long MostBytes = 64 * 1024;

    public static async Task AnswerAsync(HttpContext http, Func<Stream, CancellationToken, Task<TableResponse>> ask)
    {
        var answer = Refusal(http.Request) ?? await AskAsync(http, ask);
        http.Response.StatusCode = answer.StatusCode;
        http.Response.ContentType = answer.ContentType;
        await http.Response.Body.WriteAsync(answer.Body, http.RequestAborted);
    }

    private static async Task<TableResponse> AskAsync(HttpContext http, Func<Stream, CancellationToken, Task<TableResponse>> ask)
    {
        try
        {
            return await ask(http.Request.Body, http.RequestAborted);
        }
        catch (BadHttpRequestException unread)
        {
            // The server stops reading a body that turns out too large.
            return unread.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? TooLarge()
                : WhatIfResponse.Problem(unread.StatusCode, "The body could not be read.", "Send it whole.");
        }
    }

    private static TableResponse? Refusal(HttpRequest request)
    {
        if (!IsOwn(request)) return WhatIfResponse.Problem(StatusCodes.Status403Forbidden, "Another site asks.", "Ask from the dashboard, or from a program that sends no Origin.");
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            return WhatIfResponse.Problem(StatusCodes.Status415UnsupportedMediaType, "The question is no JSON.", "Send it with Content-Type: application/json.");
        return request.ContentLength > MostBytes ? TooLarge() : null;
    }

    private static bool IsOwn(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        return site is null or "same-origin" && (origin is null || origin == $"{request.Scheme}://{request.Host}");
    }

    private static TableResponse TooLarge() =>
        WhatIfResponse.Problem(StatusCodes.Status413PayloadTooLarge, $"The question has more than {MostBytes} bytes.", "Ask for less at once.");
}
