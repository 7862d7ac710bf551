using System.Reflection;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>The mapping files that are part of the program.</summary>
internal static class ShippedMappings
{
    private const string Prefix = "mappings/";

    public static IEnumerable<(string Name, byte[] Json)> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            yield return (name[Prefix.Length..], copy.ToArray());
        }
    }
}
