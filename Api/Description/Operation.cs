using CommunityDemand.Pipeline.Reading.Description;
using Microsoft.OpenApi;

namespace CommunityDemand.Api.Description;

/// <summary>Builds the description of one route.</summary>
internal sealed class Operation(string id, string summary, OpenApiDocument document)
{
    private const string Json = "application/json";

    private readonly OpenApiOperation _operation = new() { OperationId = id, Summary = summary, Parameters = [], Responses = [] };

    public Operation Path(string name, string description) => Add(name, ParameterLocation.Path, description);

    public Operation Query(string name, string description) => Add(name, ParameterLocation.Query, description);

    /// <summary>The body is a <typeparamref name="T"/> as JSON.</summary>
    public Operation Takes<T>(bool isRequired)
    {
        _operation.RequestBody = new OpenApiRequestBody { Required = isRequired, Content = Content(RecordSchema.Of(typeof(T), isRequest: true)) };
        return this;
    }

    /// <summary>An answer is a <typeparamref name="T"/> as JSON, with headers of its own.</summary>
    public Operation Answers<T>(string status, string description, params (string Name, string Description)[] headers)
    {
        _operation.Responses![status] = new OpenApiResponse
        {
            Description = description,
            Headers = headers.Length == 0 ? null : headers.ToDictionary(header => header.Name, header => (IOpenApiHeader)new OpenApiHeader { Description = header.Description, Schema = Text() }),
            Content = Content(RecordSchema.Value(typeof(T), isRequest: false)),
        };
        return this;
    }

    public Operation AnswersCsv(string status, string description)
    {
        _operation.Responses![status] = new OpenApiResponse { Description = description, Content = new Dictionary<string, IOpenApiMediaType> { ["text/csv"] = new OpenApiMediaType { Schema = Text() } } };
        return this;
    }

    public Operation Problem(string status, string description)
    {
        _operation.Responses![status] = new OpenApiResponse { Description = description, Content = Content(TableDescription.Problem(document)) };
        return this;
    }

    public OpenApiOperation Build() => _operation;

    private Operation Add(string name, ParameterLocation place, string description)
    {
        _operation.Parameters!.Add(new OpenApiParameter { Name = name, In = place, Required = true, Description = description, Schema = Text() });
        return this;
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static Dictionary<string, IOpenApiMediaType> Content(IOpenApiSchema schema) => new() { [Json] = new OpenApiMediaType { Schema = schema } };
}
