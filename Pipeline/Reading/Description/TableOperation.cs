using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Tables;
using CommunityDemand.Pipeline.Texts;
using Microsoft.OpenApi;

namespace CommunityDemand.Pipeline.Reading.Description;

/// <summary>The one operation on a table: reading a page of it.</summary>
internal static class TableOperation
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";

    public static OpenApiOperation Of(PublicTable table, OpenApiDocument document) => new()
    {
        OperationId = $"get{table.Name}",
        Summary = $"Rows of table {table.Name}, as the current run has them or as they stand.",
        Parameters = [.. TableQuery.Known(table)
            .Select(Parameter), Header("If-None-Match", "ETag of an answer before: 304 while nothing has changed.")],
        Responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = "A page of rows.",
                Headers = new Dictionary<string, IOpenApiHeader>
                {
                    ["ETag"] = Text("Validator of this answer."),
                    ["x-next-page"] = Text("Value of parameter page for the page that follows; absent on the last one."),
                },
                Content = new Dictionary<string, IOpenApiMediaType>
                {
                    [Json] = new OpenApiMediaType
                    {
                        Schema = new OpenApiSchema { OneOf = [Rows(table, document), Page(table, document)] },
                    },
                    [Csv] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            },
            ["304"] = new OpenApiResponse { Description = "Nothing has changed since the answer with that ETag." },
            ["400"] = Problem("The question makes no sense.", document),
            ["404"] = Problem("No run is published yet, or the one asked for has no tables.", document),
        },
    };

    private static IOpenApiParameter Parameter(string name) => new OpenApiParameter
    {
        Name = name,
        In = ParameterLocation.Query,
        Description = name switch
        {
            "level" => "Rows of one level of areas.",
            "area" => "Rows of one area, by its code; needs level.",
            "service" => "Rows of one service or need class, by its code, or all.",
            "from" => "First day.",
            "to" => "Last day.",
            "run" => "A published run's id; the current one without it.",
            "top" => "Most rows of a page.",
            "page" => "Header x-next-page of the answer before, with the other parameters unchanged.",
            "format" => "Of the answer: json is an array of rows, page an object that holds them and the next page, csv for spreadsheets.",
            "lang" => "Language of texts; without it header Accept-Language decides.",
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Describe the parameter."),
        },
        Schema = name switch
        {
            "level" => Choice([.. Enum.GetValues<AreaLevel>().Select(level => level.Code())]),
            "from" or "to" => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
            "top" => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = $"{TableQuery.MostTop}",
                Default = TableQuery.DefaultTop
            },
            "format" => Choice([.. RowWriter.Formats]),
            "lang" => Choice([.. Languages.Codes]),
            _ => new OpenApiSchema { Type = JsonSchemaType.String },
        },
    };

    private static OpenApiSchema Rows(PublicTable table, OpenApiDocument document) =>
        new() { Type = JsonSchemaType.Array, Items = new OpenApiSchemaReference(table.Name, document) };

    private static OpenApiSchema Page(PublicTable table, OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["rows"] = Rows(table, document),
            ["nextPage"] = new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
        },
        Required = new HashSet<string> { "rows", "nextPage" },
    };

    private static OpenApiSchema Choice(string[] values) =>
        new() { Type = JsonSchemaType.String, Enum = [.. values.Select(value => (System.Text.Json.Nodes.JsonNode)value)] };

    private static OpenApiParameter Header(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiHeader Text(string description) =>
        new() { Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String } };

    private static OpenApiResponse Problem(string description, OpenApiDocument document) => new()
    {
        Description = description,
        Content = new Dictionary<string, IOpenApiMediaType>
        {
            [Json] = new OpenApiMediaType { Schema = new OpenApiSchemaReference(Schemas.ProblemName, document) },
        },
    };
}
