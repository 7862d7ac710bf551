using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace CommunityDemand.Tests.Functions;

/// <summary>One request to a function, and its answer as a client sees it.</summary>
internal sealed class HttpCall
{
    private readonly DefaultHttpContext _context = new();

    public HttpCall(string method, string pathAndQuery, string? body = null)
    {
        var parts = pathAndQuery.Split('?', 2);
        Request.Method = method;
        Request.Path = parts[0];
        if (parts.Length > 1) Request.QueryString = new QueryString("?" + parts[1]);
        if (body is not null) Request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        Response.Body = new MemoryStream();
    }

    public HttpRequest Request => _context.Request;

    public HttpResponse Response => _context.Response;

    public int Status => Response.StatusCode;

    public string Text => Encoding.UTF8.GetString(((MemoryStream)Response.Body).ToArray());

    public JsonElement Json => JsonDocument.Parse(Text).RootElement;

    /// <summary>Calls the function, and carries its result out as the worker does.</summary>
    public async Task<HttpCall> SendAsync(Func<HttpRequest, Task<IActionResult>> function)
    {
        var result = await function(Request);
        await result.ExecuteResultAsync(new ActionContext { HttpContext = _context });
        return this;
    }
}
