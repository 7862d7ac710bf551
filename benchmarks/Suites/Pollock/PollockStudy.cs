using System.Text;
using CommunityDemand.Pipeline.Ingest.Inspection;

namespace CommunityDemand.Benchmarks.Suites.Pollock;

/// <summary>Loads the files of the benchmark, each without parameters, and scores what came out.</summary>
internal static class PollockStudy
{
    /// <summary>The score of each file.</summary>
    /// <param name="loaded">Folder of what another system has loaded, to score that instead; null to load.</param>
    public static async Task<IReadOnlyDictionary<string, PollockScore>> RunAsync(
        PollockSet set, string? loaded, CancellationToken cancellationToken)
    {
        var scores = new Dictionary<string, PollockScore>(StringComparer.Ordinal);
        var target = Path.Combine(Path.GetTempPath(), $"pollock-{Guid.NewGuid():N}.csv");
        try
        {
            foreach (var file in set.Files())
            {
                var result = loaded is null ? target : Path.Combine(loaded, $"{file}_converted.csv");
                var isLoaded = loaded is null
                    ? (await TableExport.WriteAsync(set.Polluted(file), target, cancellationToken)).Problem is null
                    : IsLoaded(result);
                scores[file] = isLoaded
                    ? PollockScore.Of(Read(set.Clean(file)), Read(result))
                    : PollockScore.Failed;
            }
        }
        finally
        {
            File.Delete(target);
            File.Delete(target + TableExport.LeftOutSuffix);
        }

        return scores;
    }

    private static List<string[]> Read(string path) => PythonCsv.Read(File.ReadAllText(path, Encoding.UTF8));

    private static bool IsLoaded(string path) => File.Exists(path) && File.ReadLines(path).FirstOrDefault() != "Application Error";
}
