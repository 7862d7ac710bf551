namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Takes the unit off a column's name: <c>visits (persons)</c> means visits; <c>visits (%)</c> means a share of them.</summary>
internal static class HeaderUnit
{
    private const string Opening = "(（[【";
    private const string Closing = ")）]】";

    private static readonly string[] Shares =
        ["%", "％", "‰", "rate", "share", "ratio", "per ", "/", "index", "率", "比", "占", "年均", "累计", "cumulative", "ytd", "total", "avg",
            "average", "mean", "平均"];

    /// <summary>The name without a unit at its end; false where there is none, or one that makes another thing of it.</summary>
    public static bool TryRemove(string name, out string bare)
    {
        bare = "";
        var text = name.Trim();
        if (text.Length < 3 || !Closing.Contains(text[^1])) return false;
        var open = text.AsSpan().LastIndexOfAny(Opening);
        if (open <= 0) return false;
        var unit = text[(open + 1)..^1];
        if (unit.Length == 0 || Shares.Any(share => unit.Contains(share, StringComparison.OrdinalIgnoreCase))) return false;
        bare = text[..open].TrimEnd();
        return true;
    }
}
