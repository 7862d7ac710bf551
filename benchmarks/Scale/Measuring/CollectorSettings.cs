using System.Collections;
using System.Globalization;
using System.Text.Json;

namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>How the garbage collector is told to behave; memory and time depend on it.</summary>
internal static class CollectorSettings
{
    private const string Prefix = "DOTNET_GC";
    private const string Property = "System.GC.";

    /// <summary>What a deployed instance sets (<c>Functions/runtimeconfig.template.json</c>), as variables of the environment.</summary>
    public static IReadOnlyDictionary<string, string> OfInstance()
    {
        using var stream = typeof(CollectorSettings).Assembly.GetManifestResourceStream("instance.json")!;
        using var template = JsonDocument.Parse(stream);
        return template.RootElement.GetProperty("configProperties").EnumerateObject()
            .Where(property => property.Name.StartsWith(Property, StringComparison.Ordinal))
            .ToDictionary(property => Prefix + property.Name[Property.Length..], property => Hexadecimal(property.Value.GetInt64()));
    }

    /// <summary>Environment variables of the collector as <c>GCConserveMemory=0x7</c> (the runtime reads hexadecimal), by name.</summary>
    public static IReadOnlyList<string> NotUsual() =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: entry.Value))
            .Where(entry => entry.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(entry => $"{entry.Name["DOTNET_".Length..]}={entry.Value}")
            .Order(StringComparer.Ordinal),
    ];

    private static string Hexadecimal(long value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:X}");
}
