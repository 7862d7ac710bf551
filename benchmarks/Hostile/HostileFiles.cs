namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Files made to harm, of all formats.</summary>
internal static class HostileFiles
{
    public static IEnumerable<HostileFile> All() => [.. HostileFooters.All(), .. HostilePages.All(), .. HostileTexts.All()];
}
