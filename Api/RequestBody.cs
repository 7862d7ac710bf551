using Microsoft.AspNetCore.Http;

namespace CommunityDemand.Api;

/// <summary>Request bodies, read completely and within a limit.</summary>
internal static class RequestBody
{
    /// <summary>Maximum size of a question, in bytes.</summary>
    public const int MostBytes = 64 * 1024;

    private const int Chunk = 16 * 1024;

    /// <summary>The body; null where it cannot be read, in which case the request is already answered.</summary>
    /// <param name="most">Maximum size, in bytes.</param>
    /// <param name="remedy">What to do about a larger one.</param>
    public static async Task<MemoryStream?> ReadAsync(
        HttpContext http, int most = MostBytes, string remedy = "Send a smaller request.")
    {
        if (http.Request.ContentLength > most) return await RefuseAsync(http, most, remedy);
        var body = new MemoryStream((int)(http.Request.ContentLength ?? 0));
        var buffer = new byte[Chunk];
        int read;
        while ((read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0)
        {
            if (body.Length + read > most) return await RefuseAsync(http, most, remedy);
            body.Write(buffer, 0, read);
        }

        body.Position = 0;
        return body;
    }

    private static async Task<MemoryStream?> RefuseAsync(HttpContext http, int most, string remedy)
    {
        const int Status = StatusCodes.Status413PayloadTooLarge;
        await Answers.ProblemAsync(http, Status, $"The body has more than {most} bytes.", remedy);
        return null;
    }
}
