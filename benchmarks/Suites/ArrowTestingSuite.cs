namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Files of apache/arrow-testing, most of them found by fuzzers: whatever is in them, the process lives and nothing takes long.</summary>
internal static class ArrowTestingSuite
{
    /// <summary>Where the suite stands under the folder of all suites.</summary>
    public const string Repository = "apache/arrow-testing";

    private const string Part = "data/parquet";

    /// <param name="folder">The repository's files.</param>
    public static async Task<IReadOnlyList<SuiteRow>> ReadAsync(string folder, CancellationToken cancellationToken) =>
    [
        await SuiteReading.ReadAsync($"{Repository} {Part}", Files(folder), static (_, _) => Task.FromResult(SuiteVerdict.Good), cancellationToken),
    ];

    private static string[] Files(string folder) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, Part), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
