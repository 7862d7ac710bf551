using System.Runtime.CompilerServices;

namespace CommunityDemand.Benchmarks.Suites.Parquet;

/// <summary>
/// Files of apache/arrow-testing, most of them found by fuzzers: whatever is in them, the process lives and nothing takes long.
/// </summary>
internal sealed class ArrowTestingSuite : ISuite
{
    public string Repository => "apache/arrow-testing";

    public string Folder => "arrow-testing";

    public string Goal => "no crash, nothing over 30 s or 600 MB";

    public async IAsyncEnumerable<SuiteCase> RunAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var files = Directory.EnumerateFiles(Path.Combine(folder, "data", "parquet"), "*", SearchOption.AllDirectories)
            .Where(file => !file.EndsWith(".md", StringComparison.Ordinal));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            yield return await ParquetReading.ReadAsync(
                folder,
                file,
                static reading => Task.FromResult(
                    new SuiteCase("", reading.Reason is null ? SuiteOutcome.Read : SuiteOutcome.Refused, reading.Reason ?? "")),
                cancellationToken);
        }
    }
}
