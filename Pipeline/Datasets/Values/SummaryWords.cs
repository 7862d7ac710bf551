using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Words in a key by which a table says that a row repeats people of other rows.</summary>
internal static partial class SummaryWords
{
    private static readonly FrozenSet<string> Totals = new[]
    {
        "合计", "总计", "小计", "共计", "汇总", "总数", "合計", "總計", "小計", "全市合计", "本页合计", "本页小计", "total", "totals", "grandtotal", "subtotal",
        "subtotals", "sum", "sumtotal", "overall", "allcommunities", "summe", "gesamt", "gesamtsumme", "insgesamt", "zwischensumme",
        "somme", "totalgénéral",
        "soustotal", "suma", "totale", "totaal", "subtotaal", "итого", "всего", "합계", "총계", "소계",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a key says of its row.</summary>
    public static SummaryKind KindOf(string key)
    {
        if (Totals.Contains(HeaderName.Normalize(key))) return SummaryKind.Total;
        if (Part().IsMatch(key)) return SummaryKind.Part;
        return Affixed().IsMatch(key) ? SummaryKind.PerhapsTotal : SummaryKind.None;
    }

    [GeneratedRegex(
        @"^(?:其中|of which\b|thereof\b|davon\b|darunter\b|dont\b|de los cuales\b|di cui\b|waarvan\b)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"(?:合计|总计|小计|共计|汇总|合計|總計|小計)[:：]?$|^(?:合计|总计|小计|共计|合計|總計|小計)|\b(?:sub-?)?totals?[:]?$|^(?:grand |sub-?)?total\b|\bsumme$|^summe\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Affixed();
}

/// <summary>What a key says of its row.</summary>
internal enum SummaryKind
{
    /// <summary>The row has people of its own.</summary>
    None,

    /// <summary>The row is the sum of others.</summary>
    Total,

    /// <summary>The row is the sum of others, or the key is a name that sounds so: the figure tells.</summary>
    PerhapsTotal,

    /// <summary>The row has some of the people of a row above.</summary>
    Part,
}
