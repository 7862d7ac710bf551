using Microsoft.OpenApi;

namespace CommunityDemand.Pipeline.Reading.Description;

/// <summary>The public tables in OpenAPI, made from the declarations of their rows.</summary>
public static class TableDescription
{
    /// <summary>Adds the schemas of all tables' rows and of a problem, which the operations refer to.</summary>
    public static void AddSchemas(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        schemas.Add(Schemas.ProblemName, Schemas.Problem());
        foreach (var table in PublicTables.All) schemas.Add(table.Name, Schemas.Of(table));
    }

    /// <summary>Reading a page of a table.</summary>
    /// <param name="table">Name of a public table, in any case.</param>
    /// <exception cref="ArgumentException">There is no such table.</exception>
    public static OpenApiOperation Operation(string table, OpenApiDocument document) =>
        TableOperation.Of(
            PublicTables.Find(table) ?? throw new ArgumentException($"There is no table '{table}'.", nameof(table)), document);

    /// <summary>A message of an answer.</summary>
    public static OpenApiSchema Message() => Schemas.Message(JsonSchemaType.Object);

    /// <summary>What a mistake in a question brings.</summary>
    public static IOpenApiSchema Problem(OpenApiDocument document) => new OpenApiSchemaReference(Schemas.ProblemName, document);
}
