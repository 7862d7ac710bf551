using System.Text.Json.Nodes;
using CommunityDemand.Pipeline.Reading.Description;
using Microsoft.OpenApi;

namespace CommunityDemand.Api.Description;

/// <summary>Builder of the description of one route.</summary>
internal sealed class Operation(string id, string summary, OpenApiDocument document)
{
    private const string Json = "application/json";

    private readonly OpenApiOperation _operation = new() { OperationId = id, Summary = summary, Parameters = [], Responses = [] };

    public Operation Path(string name, string description) => Add(name, ParameterLocation.Path, description);

    public Operation Query(string name, string description, bool isRequired = true) =>
        Add(name, ParameterLocation.Query, description, isRequired);

    /// <summary>A parameter of the query that may be left out, and takes one of the values given.</summary>
    public Operation Optional(string name, string description, IEnumerable<string> values)
    {
        var schema = Text();
        schema.Enum = [.. values.Select(value => (JsonNode)value)];
        return Add(name, ParameterLocation.Query, description, isRequired: false, schema);
    }

    /// <summary>The body is a <typeparamref name="T"/> as JSON.</summary>
    public Operation Takes<T>(bool isRequired)
    {
        var content = Content(Json, RecordSchema.Of(typeof(T), isRequest: true));
        _operation.RequestBody = new OpenApiRequestBody { Required = isRequired, Content = content };
        return this;
    }

    /// <summary>The body is a file.</summary>
    public Operation TakesFile()
    {
        var content = Content("application/octet-stream", new OpenApiSchema());
        _operation.RequestBody = new OpenApiRequestBody { Required = true, Content = content };
        return this;
    }

    /// <summary>Declares an answer: a <typeparamref name="T"/> as JSON, with its own headers.</summary>
    public Operation Answers<T>(string status, string description, params (string Name, string Description)[] headers)
    {
        var response = Response(status, description, Content(Json, RecordSchema.Value(typeof(T), isRequest: false)));
        if (headers.Length > 0)
            response.Headers = headers.ToDictionary(header => header.Name, header => (IOpenApiHeader)Header(header.Description));
        return this;
    }

    public Operation AnswersCsv(string status, string description)
    {
        Response(status, description, Content("text/csv", Text()));
        return this;
    }

    public Operation Problem(string status, string description)
    {
        Response(status, description, Content(Json, TableDescription.Problem(document)));
        return this;
    }

    public OpenApiOperation Build() => _operation;

    private OpenApiResponse Response(string status, string description, Dictionary<string, IOpenApiMediaType> content)
    {
        var response = new OpenApiResponse { Description = description, Content = content };
        _operation.Responses!.Add(status, response);
        return response;
    }

    private Operation Add(string name, ParameterLocation place, string description, bool isRequired = true, OpenApiSchema? schema = null)
    {
        var parameter = new OpenApiParameter
        {
            Name = name,
            In = place,
            Required = isRequired,
            Description = description,
            Schema = schema ?? Text(),
        };
        _operation.Parameters!.Add(parameter);
        return this;
    }

    private static OpenApiHeader Header(string description) => new() { Description = description, Schema = Text() };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static Dictionary<string, IOpenApiMediaType> Content(string type, IOpenApiSchema schema) =>
        new() { [type] = new OpenApiMediaType { Schema = schema } };
}
