using System.Globalization;
using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>Characters that a workbook writes as <c>_x000D_</c> (ECMA-376, part 1, section 22.9.2.19).</summary>
internal static class ValueEscape
{
    private const int Length = 7;

    public static string Decode(string text)
    {
        if (!text.Contains("_x", StringComparison.OrdinalIgnoreCase)) return text;
        var decoded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var isEscape = i + Length <= text.Length && text[i] == '_' && text[i + 1] is 'x' or 'X' && text[i + Length - 1] == '_';
            if (isEscape
                && ushort.TryParse(text.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                decoded.Append((char)code);
                i += Length - 1;
            }
            else
            {
                decoded.Append(text[i]);
            }
        }

        return decoded.ToString();
    }
}
