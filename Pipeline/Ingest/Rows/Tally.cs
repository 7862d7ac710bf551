using System.Text.Json;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>Counts of rows. Read = kept + rejected + duplicates, by construction.</summary>
internal sealed class Tally
{
    private const int MostReasons = 100;
    private const string Others = "other reasons";

    // Reasons may hold text of a mapping.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, long> _reasons = new(StringComparer.Ordinal);

    public long Kept { get; private set; }

    public long Rejected { get; private set; }

    public long Duplicates { get; private set; }

    public long Read => Kept + Rejected + Duplicates;

    public string ReasonsJson => JsonSerializer.Serialize(_reasons, Readable);

    /// <summary>Counts that have one reason, in the form of <see cref="ReasonsJson"/>.</summary>
    public static string OneReason(string reason, long rows) => JsonSerializer.Serialize(new Dictionary<string, long> { [reason] = rows }, Readable);

    public void Keep() => Kept++;

    public void Reject(string reason)
    {
        Rejected++;
        Count(reason);
    }

    public void Duplicate(string reason)
    {
        Duplicates++;
        Count(reason);
    }

    private void Count(string reason)
    {
        if (!_reasons.ContainsKey(reason) && _reasons.Count >= MostReasons) reason = Others;
        _reasons[reason] = _reasons.GetValueOrDefault(reason) + 1;
    }
}
