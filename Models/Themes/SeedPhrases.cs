using CommunityDemand.Domain.Feedback;

namespace CommunityDemand.Models.Themes;

/// <summary>
/// Phrases that identify a theme, in Chinese and English: the start of the classifier where no comments are labelled. Each language has
/// its own file.
/// </summary>
internal static class SeedPhrases
{
    public static IReadOnlyList<(CommentTheme Theme, string[] Phrases)> All { get; } =
        InBoth(ChineseSeedPhrases.All, EnglishSeedPhrases.All);

    /// <summary>Neutral phrases: politeness, and longer phrases that contain a theme's phrase without its meaning.</summary>
    public static IReadOnlyList<string> Neutral { get; } = [.. Chinese(ChineseSeedPhrases.Neutral), .. English(EnglishPraise.Neutral)];

    /// <summary>Negations that cancel the praise after them.</summary>
    public static IReadOnlyList<string> Negations { get; } =
        [.. Chinese(ChineseSeedPhrases.Negations), .. English(EnglishPraise.Negations)];

    /// <summary>Pain points that negated praise stands for: "not quick" means slow.</summary>
    public static IReadOnlyList<(CommentTheme Theme, string[] Phrases)> Denied { get; } =
        InBoth(ChineseSeedPhrases.Denied, EnglishPraise.Denied);

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
