namespace CommunityDemand.Benchmarks.Peers;

/// <summary>
/// Fits that were made before, on disk: a file a method, a line a fit, written as each ends, so that an interrupted run goes on where it
/// was.
/// </summary>
internal sealed class PeerCache(string folder)
{
    private const string Ending = ".tsv";

    private readonly Dictionary<string, Dictionary<string, string>> _known = [];

    public PeerForecast? Find(PeerFit fit) =>
        Known(fit.Method).TryGetValue(fit.Key, out var text) ? PeerForecast.Parse(text, fit.Horizon) : null;

    /// <param name="text">The fields after the id, as <c>peers.R</c> wrote them.</param>
    public void Keep(PeerFit fit, string text)
    {
        Known(fit.Method)[fit.Key] = text;
        File.AppendAllText(PathOf(fit.Method), $"{fit.Key}\t{text}\n");
    }

    private Dictionary<string, string> Known(string method)
    {
        if (_known.TryGetValue(method, out var known)) return known;
        Directory.CreateDirectory(folder);
        var content = File.Exists(PathOf(method)) ? File.ReadAllText(PathOf(method)) : "";
        // A line without an end was being written when a run was cut off.
        var whole = content[..(content.LastIndexOf('\n') + 1)];
        if (whole.Length < content.Length) File.WriteAllText(PathOf(method), whole);
        return _known[method] = whole.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t', 2))
            .Where(parts => parts.Length == 2)
            .GroupBy(parts => parts[0], StringComparer.Ordinal)
            .ToDictionary(fits => fits.Key, fits => fits.Last()[1], StringComparer.Ordinal);
    }

    private string PathOf(string method) => Path.Combine(folder, method + Ending);
}
