using CommunityDemand.Pipeline.Tables;
using Microsoft.OpenApi;

namespace CommunityDemand.Pipeline.Reading.Description;

/// <summary>Asking the run behind a table what if.</summary>
internal static class QuestionOperation
{
    private const string Json = "application/json";

    public static OpenApiOperation Of<TRequest, TAnswer>(PublicTable table, string summary, OpenApiDocument document) => new()
    {
        OperationId = $"ask{table.Name}",
        Summary = summary,
        Description = "Answered from what a published run keeps; nothing is stored. docs/tables.md says what may be asked.",
        RequestBody = new OpenApiRequestBody { Required = true, Content = Content(RecordSchema.Of(typeof(TRequest), isRequest: true)) },
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse { Description = "The answer.", Content = Content(RecordSchema.Of(typeof(TAnswer), isRequest: false)) },
            ["400"] = Problem("The question makes no sense.", document),
            ["404"] = Problem("What it names is not there, or no run is published yet.", document),
        },
    };

    private static OpenApiResponse Problem(string description, OpenApiDocument document) =>
        new() { Description = description, Content = Content(new OpenApiSchemaReference(Schemas.ProblemName, document)) };

    private static Dictionary<string, IOpenApiMediaType> Content(IOpenApiSchema schema) => new() { [Json] = new OpenApiMediaType { Schema = schema } };
}
