using System.Text;

namespace CommunityDemand.Local.Terminal;

/// <summary>Text of unknown origin, made safe to print: a file name must not control the terminal.</summary>
internal static class PrintableText
{
    /// <summary>Replaces control and formatting characters by <c>\uXXXX</c>.</summary>
    public static string Of(string text)
    {
        if (!text.Any(Steers)) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var character in text) _ = Steers(character) ? safe.Append($"\\u{(int)character:x4}") : safe.Append(character);
        return safe.ToString();
    }

    private static bool Steers(char character) =>
        char.IsControl(character) || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.Format
            or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator;
}
