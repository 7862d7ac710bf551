using System.Globalization;
using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Texts;

/// <summary>Arguments of messages as a planner reads them. Figures have the separators that English and Chinese share.</summary>
internal sealed class ValueText(MessageTexts texts)
{
    /// <summary>Prefix of formats that name a group of words, such as <c>word.level</c>.</summary>
    public const string WordOf = "word.";

    /// <summary>What a template may say after the colon, beside <see cref="WordOf"/>.</summary>
    public static IReadOnlyList<string> Formats { get; } =
        ["fine", "ratio", "signed", "percent", "percentFine", "percentSigned", "percentSignedFine", "visits", "visitsSigned", "day",
            "shortDay", "weekday", "month", "quarter", "choice", "parts", "sentences"];

    // A figure of visits below this is shown with a tenth.
    private const double Few = 20;

    private bool IsChinese => texts.Language == Language.Chinese;

    public string Of(object value, string? format) => (value, format) switch
    {
        (Message message, _) => texts.Render(message),
        (object[] list, "parts") => string.Join(IsChinese ? "；" : "; ", list.Select(one => Of(one, null))),
        (object[] list, "sentences") => string.Join(IsChinese ? "" : " ", list.Select(one => Of(one, null))),
        (object[] list, "choice") => Listed([.. list.Select(one => Of(one, null))], " or ", "或"),
        (object[] list, _) => Listed([.. list.Select(one => Of(one, format))], " and ", "和"),
        (string text, "day" or "shortDay" or "quarter") when DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day) => Day(day, format),
        (string text, { } word) when word.StartsWith(WordOf, StringComparison.Ordinal) => texts.Word(word[WordOf.Length..], text),
        (string text, _) => text,
        (long number, "weekday") => Weekday((DayOfWeek)number),
        (long number, "month") => IsChinese ? $"{number}月" : CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName((int)number),
        (long number, _) => Number(number, format),
        (double number, _) => Number(number, format),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Number(double number, string? format) => number.ToString(Pattern(number, format), CultureInfo.InvariantCulture);

    private static string Pattern(double number, string? format) => format switch
    {
        "fine" => "#,##0.#",
        "ratio" => "0.000",
        "signed" => "+#,##0.0;-#,##0.0;0.0",
        "percent" => "#,##0%",
        "percentFine" => "#,##0.0%",
        "percentSigned" => "+#,##0%;-#,##0%;0%",
        "percentSignedFine" => "+#,##0.0%;-#,##0.0%;0.0%",
        "visits" => Math.Abs(number) < Few ? "#,##0.#" : "#,##0",
        "visitsSigned" => Math.Abs(number) < Few ? "+#,##0.#;-#,##0.#;0" : "+#,##0;-#,##0;0",
        _ => "#,##0.##",
    };

    private string Day(DateOnly day, string? format) => (format, IsChinese) switch
    {
        ("quarter", true) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年第{((day.Month - 1) / 3) + 1}季度"),
        ("quarter", false) => string.Create(CultureInfo.InvariantCulture, $"Q{((day.Month - 1) / 3) + 1} {day.Year}"),
        ("shortDay", true) => string.Create(CultureInfo.InvariantCulture, $"{day:M月d日}周{ChineseWeekday(day.DayOfWeek)}"),
        ("shortDay", false) => day.ToString("ddd d MMM", CultureInfo.InvariantCulture),
        (_, true) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture),
        (_, false) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
    };

    private string Weekday(DayOfWeek day) => IsChinese ? $"星期{ChineseWeekday(day)}" : $"{day}";

    private static char ChineseWeekday(DayOfWeek day) => "日一二三四五六"[(int)day];

    // As CLDR joins a conjunction, or a choice, in either language.
    private string Listed(string[] parts, string english, string chinese) => (parts, IsChinese) switch
    {
        ([], _) => "",
        ([var only], _) => only,
        (_, true) => $"{string.Join('、', parts[..^1])}{chinese}{parts[^1]}",
        (_, false) => $"{string.Join(", ", parts[..^1])}{english}{parts[^1]}",
    };
}
