using CommunityDemand.Domain.Feedback;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// Phrases by which anyone would know a theme, in Chinese and English: what the classifier starts from where nobody labels comments. One
/// language a file.
/// </summary>
internal static class SeedPhrases
{
    public static IReadOnlyList<(CommentTheme Theme, string[] Phrases)> All { get; } =
        InBoth(ChineseSeedPhrases.All, EnglishSeedPhrases.All);

    /// <summary>Politeness, and what would else count.</summary>
    public static IReadOnlyList<string> Neutral { get; } = [.. Chinese(ChineseSeedPhrases.Neutral), .. English(EnglishSeedPhrases.Neutral)];

    /// <summary>What takes praise back that follows.</summary>
    public static IReadOnlyList<string> Negations { get; } =
        [.. Chinese(ChineseSeedPhrases.Negations), .. English(EnglishSeedPhrases.Negations)];

    /// <summary>The pain of which praise speaks that is taken back: who is not quick is slow.</summary>
    public static IReadOnlyList<(CommentTheme Theme, string[] Phrases)> Denied { get; } =
        InBoth(ChineseSeedPhrases.Denied, EnglishSeedPhrases.Denied);

    private static IReadOnlyList<(CommentTheme Theme, string[] Phrases)> InBoth(
        IReadOnlyList<(CommentTheme Theme, string Phrases)> chinese, IReadOnlyList<(CommentTheme Theme, string Phrases)> english) =>
        [
            .. chinese.Select(theme => (theme.Theme, Phrases: Chinese(theme.Phrases)))
                .Concat(english.Select(theme => (theme.Theme, Phrases: English(theme.Phrases))))
                .GroupBy(theme => theme.Theme, theme => theme.Phrases)
                .Select(theme => (theme.Key, theme.SelectMany(phrases => phrases).ToArray())),
        ];

    private static string[] Chinese(string table) => table.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static string[] English(string table) =>
        table.Split([',', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
