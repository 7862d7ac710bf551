using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using Microsoft.OpenApi;

namespace CommunityDemand.Api.Description;

/// <summary>JSON schema of a record as written by <see cref="ApiJson"/>, read from its properties.</summary>
internal static class RecordSchema
{
    /// <param name="isRequest">
    /// Whether the record is a request: its properties may be omitted, and other properties are not allowed.
    /// </param>
    public static OpenApiSchema Of(Type record, bool isRequest)
    {
        var properties = record.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .ToDictionary(
                property => JsonNamingPolicy.CamelCase.ConvertName(property.Name), property => (IOpenApiSchema)Value(property, isRequest),
                StringComparer.Ordinal);
        return new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = properties,
            Required = isRequest ? null : properties.Keys.ToHashSet(StringComparer.Ordinal),
            AdditionalPropertiesAllowed = !isRequest,
        };
    }

    private static OpenApiSchema Value(PropertyInfo property, bool isRequest)
    {
        var schema = Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, isRequest);
        if (IsNullable(property)) schema.Type |= JsonSchemaType.Null;
        return schema;
    }

    /// <summary>The schema of a value of any type that answers use.</summary>
    public static OpenApiSchema Value(Type type, bool isRequest) => type switch
    {
        _ when type == typeof(string) => new OpenApiSchema { Type = JsonSchemaType.String },
        _ when type == typeof(Message) => TableDescription.Message(),
        _ when type == typeof(double) => new OpenApiSchema { Type = JsonSchemaType.Number, Format = "double" },
        _ when type == typeof(long) => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        _ when type == typeof(int) => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
        _ when type == typeof(bool) => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        _ when type == typeof(DateOnly) => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" },
        _ when type.IsEnum => new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetNames(type).Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]
        },
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>) =>
            new OpenApiSchema { Type = JsonSchemaType.Object, AdditionalProperties = Value(type.GetGenericArguments()[1], isRequest) },
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) =>
            new OpenApiSchema { Type = JsonSchemaType.Array, Items = Value(type.GetGenericArguments()[0], isRequest) },
        _ => Of(type, isRequest),
    };

    private static bool IsNullable(PropertyInfo property) =>
        Nullable.GetUnderlyingType(property.PropertyType) is not null
            || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
}
