using System.Collections.Frozen;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Words that databases, spreadsheets and people write into a cell that has no value: <c>NULL</c>, <c>N/A</c>, <c>-</c>, <c>无</c>.
/// </summary>
internal static class NullWords
{
    private const int LongestWord = 8;

    private static readonly FrozenSet<string> Words = new[]
    {
        "null", "(null)", "<null>", "[null]", @"\N", "none", "nil", "nan", "na", "n/a", "n.a.", "#n/a", "#na", "<na>", "(blank)", "k.a.",
        "missing",
        "-", "--", "---", "—", "——", "–", "―", "－", "−", "/", "?", "？", "无", "無", "空", "缺", "暂无", "无数据", "不适用",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a trimmed text says that there is no value; the empty text does.</summary>
    public static bool Contains(ReadOnlySpan<char> text) =>
        text.IsEmpty || (text.Length <= LongestWord && !char.IsAsciiDigit(text[0]) && Lookup.Contains(text));
}
