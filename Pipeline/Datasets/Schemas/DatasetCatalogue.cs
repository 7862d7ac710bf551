using System.Collections.Frozen;
using System.Reflection;

namespace CommunityDemand.Pipeline.Datasets.Schemas;

/// <summary>Datasets that can be uploaded, by name in any letter case.</summary>
internal static class DatasetCatalogue
{
    private const string Declaration = "Schema";

    public static FrozenDictionary<string, DatasetSchema> All { get; } = Of(typeof(DatasetCatalogue).Assembly);

    /// <summary>The datasets that types of an assembly declare in a static property <c>Schema</c>.</summary>
    public static FrozenDictionary<string, DatasetSchema> Of(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.ContainsGenericParameters)
        .Select(type => type.GetProperty(Declaration, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(property => property?.PropertyType.IsAssignableTo(typeof(DatasetSchema)) is true)
        .Select(property => (DatasetSchema)property!.GetValue(null)!)
        .ToFrozenDictionary(schema => schema.Name, StringComparer.OrdinalIgnoreCase);
}
