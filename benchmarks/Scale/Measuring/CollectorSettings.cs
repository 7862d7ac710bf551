using System.Collections;

namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>How the garbage collector was told to behave; memory and time depend on it.</summary>
internal static class CollectorSettings
{
    private const string Prefix = "DOTNET_GC";

    /// <summary>Environment variables of the collector as <c>GCConserveMemory=5</c> (values are hexadecimal), by name.</summary>
    public static IReadOnlyList<string> NotUsual() =>
    [
        .. Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: entry.Value))
            .Where(entry => entry.Name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            .Select(entry => $"{entry.Name[7..]}={entry.Value}")
            .Order(StringComparer.Ordinal),
    ];
}
