using System.Reflection;
using System.Text;
using CommunityDemand.Pipeline.Allocations;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Scenarios;
using CommunityDemand.Pipeline.Tables;
using Microsoft.OpenApi;

namespace CommunityDemand.Pipeline.Reading.Description;

/// <summary>The HTTP endpoints as an OpenAPI 3.1 document, made from the tables themselves so that the two can't differ.</summary>
public static class ApiDescription
{
    /// <summary>The document as JSON, in UTF-8.</summary>
    public static async Task<ReadOnlyMemory<byte>> WriteAsync(CancellationToken cancellationToken) =>
        Encoding.UTF8.GetBytes(await Document().SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1, cancellationToken));

    private static OpenApiDocument Document()
    {
        var document = new OpenApiDocument
        {
            Info = new OpenApiInfo
            {
                Title = "Community service demand",
                Version = typeof(ApiDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0",
                Description = "Tables of the nightly run: forecasts, shortages, indicators, and how they came about. docs/tables.md says what each column means.",
            },
            Servers = [new OpenApiServer { Url = "/api" }],
            Paths = [],
            Components = new OpenApiComponents
            {
                Schemas = new Dictionary<string, IOpenApiSchema> { [Schemas.ProblemName] = Schemas.Problem() },
                SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
                {
                    [KeyScheme] = new OpenApiSecurityScheme
                    {
                        Type = SecuritySchemeType.ApiKey,
                        In = ParameterLocation.Header,
                        Name = "x-functions-key",
                        Description = "A key of the function app. The local host asks for none.",
                    },
                },
            },
        };
        foreach (var table in PublicTables.All)
        {
            document.Components.Schemas.Add(table.Name, Schemas.Of(table));
            document.Paths.Add("/" + table.Name.ToLowerInvariant(), new OpenApiPathItem
            {
                Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = TableOperation.Of(table, document) },
            });
        }

        Add<ScenarioRequest, ScenarioAnswer>(ScenariosRow.Table, "What demand and shortage would be if something changed.");
        Add<AllocationRequest, AllocationAnswer>(AllocationsRow.Table, "Where extra capacity would go, and what shortage it would remove.");
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        return document;

        void Add<TRequest, TAnswer>(PublicTable table, string summary) =>
            ((OpenApiPathItem)document.Paths["/" + table.Name.ToLowerInvariant()]).AddOperation(HttpMethod.Post, QuestionOperation.Of<TRequest, TAnswer>(table, summary, document));
    }

    private const string KeyScheme = "key";
}
