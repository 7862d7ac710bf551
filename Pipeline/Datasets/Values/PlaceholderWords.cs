using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Words that stand where a key or an id is missing, beside the words for no value at all (<see cref="NullWords"/>).</summary>
internal static partial class PlaceholderWords
{
    // "Unspecified" and "not stated" are no such words: surveys and mappings have them as categories.
    private static readonly FrozenSet<string> Words = new[]
    {
        "unknown", "not known", "undefined", "not available", "not applicable",
        "not recorded", "no data", "no value", "tbd", "tba", "n.d.", "n/k", "s/d", "s/n", "n/d", "n.v.",
        "unbekannt", "keine", "keine angabe", "keine angaben", "ohne angabe", "inconnu", "inconnue", "non renseigné", "non précisé",
        "sin dato", "sin datos", "desconocido", "desconocida", "não informado", "sem dados", "desconhecido", "sconosciuto",
        "onbekend", "brak danych", "nieznany", "okänd", "ukendt", "ukjent", "tuntematon", "neznámý", "ismeretlen", "bilinmiyor",
        "нет", "нет данных", "неизвестно", "не указано", "なし", "不明", "未入力", "해당없음", "해당 없음", "미상", "없음",
        "未知", "不详", "不詳", "未填", "未填写", "未填寫", "未登记", "待定", "待补", "空值", "暂缺", "缺失", "没有",
        "無資料", "无资料",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Without the brackets that a pivot table puts around them they are names: Leer is a town.
    private static readonly FrozenSet<string> Bracketed = new[]
    {
        "blank", "empty", "none", "null", "leer", "vide", "vacío", "vazio", "vuoto", "leeg", "пусто", "空白", "空",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a text says that the key is not known.</summary>
    public static bool Contains(string text)
    {
        var inside = text.Length > 2 && text[0] is '(' or '[' or '<' or '{' ? text[1..^1].Trim() : text;
        return Words.Contains(inside) || (inside != text && Bracketed.Contains(inside));
    }

    public static bool ContainsOrHasNoText(string text) => Contains(text) || IsNoText(text);

    /// <summary>Whether a text has no letter and no digit, or is the error of a formula: <c>...</c>, <c>#REF!</c>,
    /// <c>Err:502</c>.</summary>
    public static bool IsNoText(string text) => !text.Any(char.IsLetterOrDigit) || Error().IsMatch(text);

    [GeneratedRegex(@"^(?:#[\p{Lu}/0¡¿_ ]+[!?]|#N/?[ADV]|Err:[0-9]{3})$", RegexOptions.CultureInvariant)]
    private static partial Regex Error();
}
