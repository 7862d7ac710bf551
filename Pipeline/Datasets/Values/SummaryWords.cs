using System.Collections.Frozen;
using System.Text.RegularExpressions;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Words in a key by which a table says that a row repeats people of other rows.</summary>
internal static partial class SummaryWords
{
    private static readonly FrozenSet<string> Totals = Set(
        "合计", "总计", "小计", "共计", "总合计", "累计", "汇总", "总数", "总人次", "总人数", "合計", "總計", "小計", "総計", "計",
        "计", "全市合计", "本页合计",
        "本页小计", "total", "totals", "grandtotal", "subtotal", "subtotals", "ttl", "sum", "sumtotal", "overall", "allcommunities",
        "allservices",
        "Σ", "summe", "gesamt", "gesamtsumme", "gesamtergebnis", "insgesamt", "zwischensumme", "somme", "total général", "sous-total",
        "suma", "suma total", "totale", "totale generale", "totaal", "totaal generaal", "eindtotaal", "subtotaal", "total general",
        "total geral",
        "итого", "всего", "усього", "разом", "общо", "укупно", "ukupno", "razem", "łącznie", "ogółem", "celkem", "spolu", "összesen",
        "yhteensä",
        "totalt", "summa", "i alt", "σύνολο", "المجموع", "الإجمالي", "סה\"כ", "toplam", "genel toplam", "tổng cộng", "कुल", "jumlah",
        "รวม", "kokku", "kopā", "iš viso", "합계", "총계", "소계", "총합", "сума", "всього", "skupaj", "sveukupno", "samtals", "gjithsej",
        "összes", "барлығы", "нийт", "ընդամենը", "სულ", "مجموع", "إجمالي", "جمع کل", "סך הכל", "รวมทั้งหมด", "รวมทั้งสิ้น", "योग", "মোট",
        "மொத்தம்", "សរុប", "kabuuan", "total général :", "suma końcowa", "общий итог", "загальний підсумок");

    // Words for all of a city that are names as well: only the figures tell.
    private static readonly FrozenSet<string> PerhapsTotals = Set(
        "all", "alle", "ges.", "tổng", "계", "جمع", "tous", "toutes", "tutti", "todos", "todas", "ensemble", "zusammen", "tot", "city",
        "citywide", "all ages", "both", "everyone",
        "全市", "全区", "全县", "全部", "所有", "全体", "共", "전체", "全体計");

    private static readonly FrozenSet<string> Averages = Set(
        "average", "avg", "mean", "median", "maximum", "minimum", "max", "min", "Ø", "std dev", "stdev", "standard deviation",
        "平均", "平均值", "平均数", "均值", "日均", "月均", "人均", "中位数", "最大值", "最小值", "标准差", "durchschnitt",
        "mittelwert", "moyenne", "médiane",
        "promedio", "média", "среднее", "평균", "average per day", "daily average", "monthly average");

    private static readonly FrozenSet<string> Comparisons = Set(
        "同比", "环比", "增长率", "占比", "去年同期", "上年同期", "% change", "change in %", "year on year", "yoy", "previous year",
        "last year", "vorjahr",
        "année précédente", "target", "budget", "目标", "目标值", "计划数", "预测值");

    private static FrozenSet<string> Set(params string[] words) =>
        words.Select(word => HeaderName.Normalize(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What a key says of its row.</summary>
    public static SummaryKind KindOf(string key)
    {
        var name = HeaderName.Normalize(key);
        if (Totals.Contains(name)) return SummaryKind.Total;
        if (Averages.Contains(name) || Averaged().IsMatch(key)) return SummaryKind.Average;
        if (Comparisons.Contains(name)) return SummaryKind.Comparison;
        if (Part().IsMatch(key)) return SummaryKind.Part;
        return PerhapsTotals.Contains(name) || Affixed().IsMatch(key) ? SummaryKind.PerhapsTotal : SummaryKind.None;
    }

    [GeneratedRegex(
        @"^\W*(?:其中|包括|部分[:：]|[内內含][:：]|うち|内訳|再掲|이 중|(?:of (?:which|whom|these|them)|among (?:which|whom|them)"
            + @"|in particular|including|incl\.|thereof|davon|darunter|inkl\."
            + @"|dont|de los cuales|de las cuales|di cui"
            + @"|dos quais|waarvan|в том числе|в т\. ?ч\.|из них|у тому числі"
            + @"|w tym|z toho|z czego|varav|heraf|herav|joista|bunun|bunların içinde|bunlardan|trong đó"
            + @"|ebből|ezen belül|din care|od toho|od tego|od čega|од тога|iš jų|tostarp|sealhulgas|daarvan|hvorav|y compris|parmi lesquels"
            + @"|tra cui|entre ellos|incluidos|з них|от тях|από τα οποία|εκ των οποίων|منها|מתוכם)(?!\p{L}))"
            + @"|[(（]其中|[(（ ,，-](?:of which|davon|darunter|в том числе)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"\b(?:average|avg\.?|durchschnitt|moyenne|promedio|среднее)$|^average\b.* per\b|(?:平均|平均值|均值)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Averaged();

    [GeneratedRegex(
        @"(?:合计|总计|小计|共计|汇总|合计数|合計|總計|小計|総計)[:：]?$"
            + @"|^(?:合计|总计|小计|共计|合計|總計|小計|総計)|\b(?:sub-?)?totals?[:]?$"
            + @"|^(?:grand |sub-?)?total\b|\b(?:summe|gesamt|totaal|totale|toplam|итого|всего)$"
            + @"|^(?:summe|итого|всего|razem|celkem|toplam|jumlah|sum of)\b",
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

    /// <summary>The row has an average, a median or an extreme of others.</summary>
    Average,

    /// <summary>The row has a figure to compare others with: a share, a change, a target, the year before.</summary>
    Comparison,

    /// <summary>The row has some of the people of a row above.</summary>
    Part,
}
