using System.Reflection;
using System.Text;
using CommunityDemand.Api;
using CommunityDemand.Functions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityDemand.Tests.Api;

/// <summary>
/// The functions' entry points, chosen as the Functions host chooses: by template and method, in the order of their names. A function of a
/// level that wants a key is called with a key alone.
/// </summary>
internal sealed class FunctionsHost(ServiceProvider services) : IApiHost
{
    /// <summary>The HTTP functions in the order in which the host tries them.</summary>
    public static IReadOnlyList<(Type Type, HttpTriggerAttribute Trigger)> Functions { get; } =
    [
        .. from type in typeof(ServeApi).Assembly.GetTypes()
           orderby type.Name
           let trigger = type.GetMethod("RunAsync")?.GetParameters()
               .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
               .FirstOrDefault()
           where trigger is not null
           select (type, trigger),
    ];

    /// <summary>The function that the host calls for a request; null for none.</summary>
    public static Type? Find(string method, string path, RouteValueDictionary values) => Functions
        .FirstOrDefault(function => function.Trigger.Methods!.Contains(method, StringComparer.OrdinalIgnoreCase)
            && new TemplateMatcher(TemplateParser.Parse(function.Trigger.Route!), []).TryMatch(path, values)).Type;

    public async Task<ApiAnswer> SendAsync(
        string method, string pathAndQuery, string? body = null, params (string Name, string Value)[] headers)
    {
        var http = new DefaultHttpContext { RequestServices = services };
        var request = http.Request;
        var parts = pathAndQuery.Split('?', 2);
        (request.Method, request.Path, request.Scheme, request.Host) = (method, parts[0], "http", new HostString("localhost"));
        if (parts.Length > 1) request.QueryString = new QueryString("?" + parts[1]);
        foreach (var (name, value) in headers) request.Headers[name] = value;
        if (body is not null)
        {
            var bytes = Encoding.UTF8.GetBytes(body);
            (request.Body, request.ContentType) = (new MemoryStream(bytes), "application/json");
            if (!request.Headers.ContainsKey("Transfer-Encoding")) request.ContentLength = bytes.Length;
        }

        using var sent = new MemoryStream();
        http.Response.Body = sent;
        await CallAsync(http);
        return new ApiAnswer(
            http.Response.StatusCode,
            http.Response.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            sent.ToArray());
    }

    public static IApiHost Start(ApiPieces pieces) => new FunctionsHost(pieces.Register().AddApi().BuildServiceProvider());

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task CallAsync(HttpContext http)
    {
        // As the worker leaves them: the endpoint is the function's own.
        var (endpoint, values) = (new Endpoint(null, null, "the function"), new RouteValueDictionary());
        if (Find(http.Request.Method, http.Request.Path, values) is not { } type)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.SetEndpoint(endpoint);
        http.Request.RouteValues = values;
        var function = ActivatorUtilities.CreateInstance(services, type);
        var result = await (Task<IActionResult>)type.GetMethod("RunAsync")!.Invoke(function, [http.Request])!;
        await result.ExecuteResultAsync(new ActionContext { HttpContext = http });
        http.GetEndpoint().ShouldBeSameAs(endpoint);
        http.Request.RouteValues.ShouldBeSameAs(values);
    }
}
