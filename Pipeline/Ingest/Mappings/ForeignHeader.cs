using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>
/// Finds in a file's header the columns that a mapping names: as written, or but for case, spaces and punctuation. A share is never the
/// count of the same name.
/// </summary>
internal static class ForeignHeader
{
    /// <summary>
    /// Places of the columns that a name means; none where the file has no such column, several where the name does not tell.
    /// </summary>
    public static int[] Find(IReadOnlyList<string> header, string name)
    {
        var exact = Places(header, column => column.Trim() == name.Trim());
        if (exact.Length > 0) return exact;
        var wanted = HeaderName.Normalize(name);
        return Places(header, column => HeaderName.Normalize(column) == wanted && IsShare(column) == IsShare(name));
    }

    private static int[] Places(IReadOnlyList<string> header, Func<string, bool> isMeant) => [.. Enumerable.Range(0, header.Count)
        .Where(place => isMeant(header[place]))];

    /// <summary>Whether a header names a share, which no dataset has.</summary>
    public static bool IsShare(string name) => name.AsSpan().ContainsAny('%', '％', '‰');
}
