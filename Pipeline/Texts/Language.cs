namespace CommunityDemand.Pipeline.Texts;

/// <summary>A language that messages have texts in.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Simplified Chinese.</summary>
    Chinese,
}

/// <summary>Codes of languages, as parameter <c>lang</c> and header Accept-Language give them.</summary>
public static class Languages
{
    /// <summary>Code of a language: <c>en</c> or <c>zh</c>.</summary>
    public static string Code(this Language language) => language switch
    {
        Language.English => "en",
        Language.Chinese => "zh",
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>All codes, English first.</summary>
    public static IReadOnlyList<string> Codes { get; } = [.. Enum.GetValues<Language>().Select(Code)];

    /// <summary>The language of a tag such as <c>zh-CN</c>; null where there are no texts in it.</summary>
    public static Language? Find(string tag)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var code = language.Code();
            if (tag.Equals(code, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(code + "-", StringComparison.OrdinalIgnoreCase))
                return language;
        }

        return null;
    }
}
