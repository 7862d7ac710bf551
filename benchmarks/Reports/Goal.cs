namespace CommunityDemand.Benchmarks.Reports;

/// <summary>A figure that is to be reached.</summary>
/// <param name="What">Names it.</param>
/// <param name="Ours">What was measured.</param>
/// <param name="Peer">The best peer's figure, in words; empty where there is none.</param>
/// <param name="Least">What it must be at least; null without a bound.</param>
/// <param name="Most">What it must be at most; null without a bound.</param>
internal sealed record Goal(string What, double Ours, string Peer, double? Least, double? Most)
{
    /// <summary>Header of every table of goals, by which the document's summary finds them.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["figure", "ours", "best peer", "to reach", "reached"];

    public bool IsReached => !double.IsNaN(Ours) && (Least is null || Ours >= Least) && (Most is null || Ours <= Most);

    /// <summary>An error that must be at most so large.</summary>
    public static Goal AtMost(string what, double? ours, double most, string peer = "") => new(what, ours ?? double.NaN, peer, null, most);

    public string[] Cells => [What, Figures.Show(Ours), Peer.Length == 0 ? Figures.Unknown : Peer, Bounds, IsReached ? "yes" : "**no**"];

    private string Bounds => (Least, Most) switch
    {
        ({ } least, { } most) => $"{Figures.Show(least)} to {Figures.Show(most)}",
        (null, { } most) => $"≤ {Figures.Show(most)}",
        ({ } least, null) => $"≥ {Figures.Show(least)}",
        _ => Figures.Unknown,
    };
}
