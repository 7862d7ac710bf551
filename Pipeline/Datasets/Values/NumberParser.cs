using System.Globalization;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Parser of numbers in spreadsheet notation: <c>12</c>, <c>-0.5</c>, <c>1,234.5</c> (separators at every thousand or at none),
/// <c>1.2E+05</c>, full-width digits. NaN, infinity, hexadecimal numbers and currencies are rejected.
/// </summary>
internal static class NumberParser
{
    private const int MostCharacters = 64;

    public static bool TryParse(ReadOnlySpan<char> text, out double number)
    {
        number = 0;
        if (text.Length is 0 or > MostCharacters) return false;
        Span<char> narrow = stackalloc char[text.Length];
        for (var i = 0; i < text.Length; i++) narrow[i] = HeaderName.Narrow(text[i]);

        var length = narrow.Contains(',') ? DropThousands(narrow) : narrow.Length;
        return length > 0
            && (char.IsAsciiDigit(narrow[length - 1]) || narrow[length - 1] == '.')
            && double.TryParse(
                narrow[..length],
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out number)
            && double.IsFinite(number);
    }

    // Removes the commas of 1,234,567.8 in place; returns 0 where commas are misplaced.
    private static int DropThousands(Span<char> text)
    {
        var sign = text[0] is '-' or '+' ? 1 : 0;
        var whole = text.IndexOf('.') is >= 0 and var point ? point : text.Length;
        var length = sign;
        for (var i = sign; i < text.Length; i++)
        {
            var comma = i < whole && i > sign && (whole - i) % 4 == 0;
            if (comma != (text[i] == ',')) return 0;
            if (!comma) text[length++] = text[i];
        }

        return length;
    }
}
