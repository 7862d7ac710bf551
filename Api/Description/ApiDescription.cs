using System.Reflection;
using System.Text;
using CommunityDemand.Pipeline.Reading.Description;
using Microsoft.OpenApi;

namespace CommunityDemand.Api.Description;

/// <summary>The OpenAPI 3.1 document of the routes below <c>/api</c>, built from the routes.</summary>
internal static class ApiDescription
{
    /// <summary>Path of the document, which is the only route that the document leaves out.</summary>
    public const string Path = Root + "/openapi.json";

    private const string Root = "/api";
    private const string KeyScheme = "key";

    /// <summary>The document as JSON, in UTF-8.</summary>
    /// <exception cref="InvalidOperationException">A route below /api has no description.</exception>
    public static async Task<ReadOnlyMemory<byte>> WriteAsync(IEnumerable<ApiRoute> routes, CancellationToken cancellationToken)
    {
        var document = Empty();
        foreach (var route in routes.Where(IsDescribed)) Add(document, route);
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken));
    }

    private static bool IsDescribed(ApiRoute route) => route.Path.StartsWith(Root + "/", StringComparison.Ordinal) && route.Path != Path;

    private static void Add(OpenApiDocument document, ApiRoute route)
    {
        var describe = route.Description ?? throw new InvalidOperationException($"Route {route.Method} {route.Path} has no description.");
        var path = route.Path[Root.Length..];
        if (!document.Paths.TryGetValue(path, out var item)) document.Paths.Add(path, item = new OpenApiPathItem());
        ((OpenApiPathItem)item).AddOperation(new HttpMethod(route.Method), describe(document));
    }

    private static OpenApiDocument Empty()
    {
        var version = typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>();
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "Community service demand",
                Version = version?.InformationalVersion ?? "0",
                Description = "Tables of the nightly run: forecasts, shortages, indicators, and the runs and models behind them. "
                    + "docs/tables.md explains each column.",
            },
            Servers = [new OpenApiServer { Url = Root }],
            Paths = [],
            Components = new OpenApiComponents
            {
                Schemas = new Dictionary<string, IOpenApiSchema>(),
                SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [KeyScheme] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.ApiKey,
                        In = ParameterLocation.Header,
                        Name = "x-functions-key",
                        Description = "A key of the function app. The local host needs no key.",
                    },
                },
            },
        };
        TableDescription.AddSchemas(document);
        return document;
    }
}
