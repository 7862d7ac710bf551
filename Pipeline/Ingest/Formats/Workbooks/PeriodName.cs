using System.Text;
using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// Names of sheets that say a period: <c>1月</c>, <c>Jan 2026</c>, <c>2026-03</c>, <c>Q1</c>, <c>Week 7</c>. Sheets of such names are parts
/// of one table.
/// </summary>
internal static partial class PeriodName
{
    public static bool Is(string name) => Period().IsMatch(name.Normalize(NormalizationForm.FormKC));

    [GeneratedRegex(
        @"^\s*\d{1,2}\s*$|(19|20)\d\d|\b\d{1,4}[-/.]\d{1,4}\b|(\d|[一二三四五六七八九十])\s*月|[季周旬]|[上下]半年"
        + @"|\bq\s?[1-4]\b|\b[1-4]\s?q\b|\b(week|wk|kw|w)\s?\d{1,2}\b"
        + @"|\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)\b"
        + @"|\b(january|february|march|april|june|july|august|september|october|november|december)\b"
        + @"|\b(januar|februar|märz|mai|juni|juli|oktober|dezember|mär|okt|dez)\b"
        + @"|\b(janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre)\b"
        + @"|\b(enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Period();
}
