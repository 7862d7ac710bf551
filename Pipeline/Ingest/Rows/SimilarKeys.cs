using System.Text;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>
/// Finds keys of one column that look like spellings of one: codes that differ by leading zeros or a decimal point (0107, 107, 107.0),
/// names that differ by spaces and punctuation or by look-alikes of letters, and names in traditional and simplified characters. Such keys
/// are told and not joined: only the office knows.
/// </summary>
internal static class SimilarKeys
{
    private const int MostCompared = 3_000;

    private static readonly Encoding Simplified = Of(20936);
    private static readonly Encoding Traditional = Of(950);

    /// <summary>Groups of two and more keys that look alike.</summary>
    public static IEnumerable<IReadOnlyList<string>> Find(IReadOnlyCollection<string> keys)
    {
        foreach (var group in keys.GroupBy(Bare).Where(group => group.Count() > 1)) yield return [.. group];
        foreach (var (first, second) in InTwoScripts(keys)) yield return [first, second];
    }

    /// <summary>What spellings of one key have in common.</summary>
    public static string Bare(string key)
    {
        var text = key.AsSpan();
        if (text.IndexOf('.') is > 0 and var point && text[(point + 1)..].IndexOfAnyExcept('0') < 0) text = text[..point];
        if (text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0) return $"#{text.TrimStart('0')}";
        var name = HeaderName.Normalize(LookAlikes.Fold(key));
        return name.Length == 0 ? key : name;
    }

    // Each differing pair of characters has one that only simplified text has and one that only traditional text has.
    private static IEnumerable<(string First, string Second)> InTwoScripts(IReadOnlyCollection<string> keys)
    {
        var chinese = keys.Where(key => key.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0).Take(MostCompared);
        foreach (var group in chinese.GroupBy(key => key.Length))
        {
            var traditional = group.Where(key => !Has(Simplified, key)).ToList();
            if (traditional.Count == 0) continue;
            var simplified = group.Where(key => !Has(Traditional, key)).ToList();
            foreach (var second in traditional)
            {
                if (simplified.Find(first => first != second && AreOne(first, second)) is { } first) yield return (first, second);
            }
        }
    }

    private static bool AreOne(string simplified, string traditional)
    {
        for (var i = 0; i < simplified.Length; i++)
        {
            var (one, other) = (simplified[i], traditional[i]);
            if (one == other) continue;
            if (Has(Traditional, one.ToString()) || Has(Simplified, other.ToString())) return false;
        }

        return true;
    }

    // What an encoding lacks comes back as a question mark.
    private static bool Has(Encoding encoding, string text) => encoding.GetString(encoding.GetBytes(text)) == text;

    private static Encoding Of(int codePage) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
}
