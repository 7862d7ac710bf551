using CommunityDemand.Pipeline.Tables;
using Microsoft.OpenApi;

namespace CommunityDemand.Pipeline.Reading.Description;

/// <summary>What rows look like in JSON.</summary>
internal static class Schemas
{
    public const string ProblemName = "Problem";

    /// <summary>A row of a table: every column is there, null where nothing is known.</summary>
    public static OpenApiSchema Of(PublicTable table)
    {
        var properties = table.Columns.ToDictionary(
            column => column.ApiName, column => (IOpenApiSchema)Value(column), StringComparer.Ordinal);
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            Required = properties.Keys.ToHashSet(StringComparer.Ordinal)
        };
    }

    /// <summary>What a mistake in the question brings.</summary>
    public static OpenApiSchema Problem() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["error"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is wrong." },
            ["remedy"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What to do about it." },
        },
        Required = new HashSet<string> { "error", "remedy" },
    };

    private static OpenApiSchema Value(Column column)
    {
        var schema = Value(column.Kind);
        schema.Description = column.Unit == Unit.None ? column.English : $"{column.English} ({column.Unit.Name().English})";
        return schema;
    }

    private static OpenApiSchema Value(ColumnKind kind) => kind switch
    {
        ColumnKind.Number => new OpenApiSchema { Type = JsonSchemaType.Number | JsonSchemaType.Null, Format = "double" },
        ColumnKind.Integer => new OpenApiSchema { Type = JsonSchemaType.Integer | JsonSchemaType.Null },
        ColumnKind.Day => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date" },
        ColumnKind.Instant => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null, Format = "date-time" },
        ColumnKind.Flag => new OpenApiSchema { Type = JsonSchemaType.Boolean | JsonSchemaType.Null },
        ColumnKind.Message => Message(JsonSchemaType.Object | JsonSchemaType.Null),
        ColumnKind.Messages => new OpenApiSchema { Type = JsonSchemaType.Array, Items = Message(JsonSchemaType.Object) },
        ColumnKind.MessageRows => new OpenApiSchema { Type = JsonSchemaType.Array, Items = MessageRows() },
        ColumnKind.Text => new OpenApiSchema { Type = JsonSchemaType.String | JsonSchemaType.Null },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static OpenApiSchema MessageRows() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["message"] = Message(JsonSchemaType.Object),
            ["rows"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Description = "Rows that the message is about." },
        },
        Required = new HashSet<string> { "message", "rows" },
    };

    /// <summary>A message: its code, its arguments, and its text in the language asked for.</summary>
    public static OpenApiSchema Message(JsonSchemaType type) => new()
    {
        Type = type,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What is said." },
            ["arguments"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "Figures and names by name." },
            ["text"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "The sentence in the language asked for." },
        },
        Required = new HashSet<string> { "code", "arguments", "text" },
    };
}
