using System.Numerics;
using F23.StringSimilarity;

namespace CommunityDemand.Pipeline.Ingest.Rows;

/// <summary>
/// Finds names of one column that differ by a slip of the pen: one letter, or two of long names, as counted by Damerau and Levenshtein (a
/// letter more, less, other, or two letters swapped). Names that number or point (Station 1 and 2, Branch A and B, North and South) are
/// none, and what <see cref="SimilarKeys"/> finds is not found again.
/// </summary>
internal static class SimilarNames
{
    private const int MostCompared = 3_000;
    private const int Short = 5;
    private const int Long = 9;
    private const int ShortChinese = 3;

    // Of two names without a slip one is seldom so much rarer.
    private const int Rarer = 3;

    private const string Pointers = "东西南北中上下前后左右内外大小新老旧一二三四五六七八九十百甲乙丙丁戊己庚辛東內舊";

    /// <summary>Pairs of names, the rarer one first.</summary>
    /// <param name="rows">Names with the number of their rows.</param>
    public static IEnumerable<SimilarName> Find(string column, IReadOnlyDictionary<string, long> rows)
    {
        Name[] names = [.. rows.Where(pair => pair.Key.Length > ShortChinese).Take(MostCompared).Select(Name.Of)];
        var damerau = new Damerau();
        for (var i = 0; i < names.Length; i++)
        {
            for (var j = i + 1; j < names.Length; j++)
            {
                if (names[i].MayBe(names[j]) && AreOne(names[i], names[j], damerau)) yield return Pair(column, names[i], names[j]);
            }
        }
    }

    private static SimilarName Pair(string column, Name one, Name other) =>
        one.Rows < other.Rows || (one.Rows == other.Rows && string.CompareOrdinal(one.Text, other.Text) > 0)
            ? new(column, one.Text, one.Rows, other.Text, other.Rows)
            : new(column, other.Text, other.Rows, one.Text, one.Rows);

    private static bool AreOne(Name one, Name other, Damerau damerau)
    {
        var distance = damerau.Distance(one.Folded, other.Folded);
        var isRarer = Math.Min(one.Rows, other.Rows) * Rarer <= Math.Max(one.Rows, other.Rows);
        var length = Math.Min(one.Folded.Length, other.Folded.Length);
        if (one.IsChinese || other.IsChinese)
            return distance == 1 && isRarer && !Differing(one.Folded, other.Folded).Any(c => Pointers.Contains(c));
        var most = length >= Long ? 2 : length >= Short ? 1 : 0;
        // Slips of the first letter, and two slips, are rare: names such as Northside and Southside differ so by right.
        if (distance > most || SimilarKeys.Bare(one.Text) == SimilarKeys.Bare(other.Text)) return false;
        if ((distance > 1 || one.Folded[0] != other.Folded[0]) && !isRarer) return false;
        return !Differing(one.Folded, other.Folded).Any(char.IsAsciiDigit) && DiffersInsideWords(one.Folded, other.Folded);
    }

    // What stands between the common beginning and the common end.
    private static IEnumerable<char> Differing(string one, string other)
    {
        var (start, end) = Common(one, other);
        return one[start..^end].Concat(other[start..^end]);
    }

    private static (int Start, int End) Common(string one, string other)
    {
        var (start, end, most) = (0, 0, Math.Min(one.Length, other.Length));
        while (start < most && one[start] == other[start]) start++;
        while (end < most - start && one[^(end + 1)] == other[^(end + 1)]) end++;
        return (start, end);
    }

    // A word of one to three letters that differs is a number, a letter or a direction: Ward II, Branch A, NE.
    private static bool DiffersInsideWords(string one, string other)
    {
        var (words, others) = (one.Split(' '), other.Split(' '));
        if (words.Length != others.Length) return true;
        return !words.Zip(others).Any(pair => pair.First != pair.Second && Math.Min(pair.First.Length, pair.Second.Length) <= ShortChinese);
    }

    private sealed record Name(string Text, long Rows, string Folded, ulong Letters, bool IsChinese)
    {
        public static Name Of(KeyValuePair<string, long> pair)
        {
            var folded = pair.Key.ToUpperInvariant();
            var letters = folded.Aggregate(0UL, (set, c) => set | (1UL << (c % 64)));
            return new Name(pair.Key, pair.Value, folded, letters, folded.AsSpan().IndexOfAnyInRange('\u3040', '\u9FFF') >= 0);
        }

        // Two slips change four letters of the two sets at most.
        public bool MayBe(Name other) =>
            Math.Abs(Folded.Length - other.Folded.Length) <= 2 && BitOperations.PopCount(Letters ^ other.Letters) <= 4;
    }
}

/// <summary>Two names of one column that may be one.</summary>
internal sealed record SimilarName(string Column, string Rarer, long RarerRows, string Usual, long UsualRows);
