using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>Request bodies of questions, read completely and within a limit.</summary>
internal static class RequestBody
{
    /// <summary>Maximum size of a body, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>The body; null where it cannot be read, in which case the request is already answered.</summary>
    public static async Task<MemoryStream?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes) return await RefuseAsync(http);
        var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > MostBytes) return await RefuseAsync(http);
            body.Write(buffer, 0, read);
        }

        body.Position = 0;
        return body;
    }

    private static async Task<MemoryStream?> RefuseAsync(HttpContext http)
    {
        const int Status = StatusCodes.Status413PayloadTooLarge;
        await Answers.ProblemAsync(http, Status, $"The body has more than {MostBytes} bytes.", "Send a smaller request.");
        return null;
    }
}
