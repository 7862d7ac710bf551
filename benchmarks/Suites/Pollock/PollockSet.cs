using System.Text.Json;
using CommunityDemand.Local;

namespace CommunityDemand.Benchmarks.Suites.Pollock;

/// <summary>One folder of the benchmark: polluted files or real ones, and their clean versions.</summary>
/// <param name="folder">The checkout.</param>
/// <param name="name">The folder in it.</param>
internal sealed class PollockSet(string folder, string name)
{
    public bool Exists => Directory.Exists(Path.Combine(folder, name, "csv"));

    /// <summary>Names of the files, those that have a clean version.</summary>
    public IReadOnlyList<string> Files() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, name, "csv"))
            .Select(path => Path.GetFileName(path)!)
            .Where(file => file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) && File.Exists(Clean(file)))
            .Order(StringComparer.Ordinal),
    ];

    public string Polluted(string file) => Path.Combine(folder, name, "csv", file);

    public string Clean(string file) => Path.Combine(folder, name, "clean", file);

    /// <summary>The share of each file in the weighted score; files without a weight count -1, as the benchmark counts them.</summary>
    public IReadOnlyDictionary<string, double> Weights()
    {
        var path = Path.Combine(folder, "pollock_weights.json");
        if (!File.Exists(path)) throw new UserErrorException($"{path} is not there: the folder is no checkout of the benchmark.");
        var weights = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(path))!;
        var own = Files().ToDictionary(file => file, file => weights.GetValueOrDefault(file, -1), StringComparer.Ordinal);
        var sum = own.Values.Sum();
        return own.ToDictionary(pair => pair.Key, pair => pair.Value / sum, StringComparer.Ordinal);
    }
}
