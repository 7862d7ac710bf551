using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>The page runs its own scripts and styles, talks to its own origin, and cannot be framed.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Tables change at night and files at an upgrade: always ask, and let validators save the bytes.
        headers.CacheControl = "no-cache";
        // A 304 and a body that nobody packed need the header as much as a packed body does.
        headers.Vary = "Accept-Encoding, Accept-Language";
        return next(http);
    }
}
