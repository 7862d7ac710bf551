using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>
/// Security headers of the dashboard: the page runs only its own scripts and styles, connects only to its own origin, and cannot be
/// framed.
/// </summary>
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
        // Tables change at night and files with an upgrade: clients revalidate always, and validators save the transfer.
        headers.CacheControl = "no-cache";
        // Uncompressed answers and 304 need the header as well.
        headers.Vary = "Accept-Encoding, Accept-Language";
        return next(http);
    }
}
