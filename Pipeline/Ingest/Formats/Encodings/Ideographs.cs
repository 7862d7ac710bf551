namespace CommunityDemand.Pipeline.Ingest.Formats.Encodings;

/// <summary>How common a character is in the scripts that have thousands of them.</summary>
internal static class Ideographs
{
    /// <summary>Between 1 for a common character and -1 for one that hardly any text has.</summary>
    public static double Weigh(char c, Script script) => script switch
    {
        Script.Simplified => Chinese(c, CommonCharacters.Simplified),
        Script.Traditional => Chinese(c, CommonCharacters.Traditional),
        Script.Korean => Korean(c),
        _ => Japanese(c),
    };

    private static double Chinese(char c, IReadOnlySet<char> common) => c switch
    {
        _ when common.Contains(c) => 1,
        >= '\u4E00' and <= '\u9FFF' => 0.1,
        _ when IsPunctuation(c) => 0.5,
        >= '\u3040' and <= '\u30FF' => -0.6,
        _ => -0.7,
    };

    private static double Korean(char c) => c switch
    {
        _ when CommonCharacters.Hangul.Contains(c) => 1,
        >= '\uAC00' and <= '\uD7A3' => 0.1,
        >= '\u4E00' and <= '\u9FFF' => -0.4,
        _ when IsPunctuation(c) => 0.4,
        _ => -0.7,
    };

    private static double Japanese(char c) => c switch
    {
        >= '\u3041' and <= '\u3093' => 1,
        >= '\u30A1' and <= '\u30FC' => 0.8,
        _ when CommonCharacters.Kanji.Contains(c) => 0.8,
        >= '\u4E00' and <= '\u9FFF' => 0,
        _ when IsPunctuation(c) => 0.5,
        >= '\uFF61' and <= '\uFF9F' => -0.3,
        _ => -0.7,
    };

    private static bool IsPunctuation(char c) =>
        c is >= '\u3000' and <= '\u3011' or >= '\uFF01' and <= '\uFF5E' or '“' or '”' or '‘' or '’' or '…' or '—' or '·' or '《' or '》';
}
