using System.Buffers;
using System.Globalization;
using CommunityDemand.Pipeline.Datasets.Schemas;

namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>
/// Numbers as spreadsheets and offices write them: <c>12</c>, <c>-0.5</c>, <c>1,234.5</c>, <c>1.234,5</c>, <c>1'234</c>, <c>1 234</c>,
/// <c>12,34,567</c>,
/// <c>1.2E+05</c>, full-width digits. Separators stand at every thousand or at none. Never NaN, infinity, hexadecimal, a percentage or a
/// currency.
/// </summary>
internal static class NumberParser
{
    private const int MostCharacters = 64;
    private const string Apostrophes = "'\u2019`";

    private static readonly SearchValues<char> Body = SearchValues.Create("0123456789.,' ");

    /// <summary>Reads a number.</summary>
    /// <param name="text">A trimmed text.</param>
    /// <param name="style">Style of the file.</param>
    public static NumberReading Read(ReadOnlySpan<char> text, NumberStyle style, out double number)
    {
        number = 0;
        if (text.Length is 0 or > MostCharacters) return NumberReading.None;
        Span<char> narrow = stackalloc char[text.Length];
        var shape = ShapeOf(text, narrow);
        var decimals = shape switch
        {
            NumberShape.None => '\0',
            NumberShape.Neutral => '.',
            NumberShape.Point => style == NumberStyle.Comma ? '\0' : '.',
            NumberShape.Comma => style == NumberStyle.Point ? '\0' : ',',
            _ when style is NumberStyle.Point => '.',
            _ when style is NumberStyle.Comma => ',',
            _ => '?',
        };
        if (decimals == '?') return NumberReading.Doubtful;
        return decimals != '\0' && TryParse(narrow, decimals, out number) ? NumberReading.Number : NumberReading.None;
    }

    /// <summary>What the separators of a text tell of the style.</summary>
    public static NumberShape ShapeOf(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MostCharacters) return NumberShape.None;
        Span<char> narrow = stackalloc char[text.Length];
        return ShapeOf(text, narrow);
    }

    private static NumberShape ShapeOf(ReadOnlySpan<char> text, Span<char> narrow)
    {
        if (text.IndexOfAnyExceptInRange('0', '9') < 0)
        {
            text.CopyTo(narrow);
            return NumberShape.Neutral;
        }

        for (var i = 0; i < text.Length; i++) narrow[i] = Plain(text[i]);
        var body = (ReadOnlySpan<char>)narrow;
        if (body[0] is '-' or '+') body = body[1..];
        if (body.IndexOfAny('e', 'E') is > 0 and var exponent) body = body[..exponent];
        return ShapeOfBody(body);
    }

    // One sign for each kind of separator: point, comma, apostrophe, space.
    private static char Plain(char c) => HeaderName.Narrow(c) switch
    {
        '\u2212' or '\u2013' => '-',
        '\u00A0' or '\u2009' or '\u202F' => ' ',
        var other when Apostrophes.Contains(other) => '\'',
        var other => other,
    };

    private static NumberShape ShapeOfBody(ReadOnlySpan<char> body)
    {
        if (body.IndexOfAnyExcept(Body) >= 0) return NumberShape.None;
        var (points, commas) = (body.Count('.'), body.Count(','));
        var neutral = body.IndexOfAny('\'', ' ') >= 0;
        var (point, comma) = (body.LastIndexOf('.'), body.LastIndexOf(','));
        return (points, commas) switch
        {
            (0, 0) => neutral && !IsGrouped(body, ['\'', ' ']) ? NumberShape.None : NumberShape.Neutral,
            (1, >= 1) when point > comma => IsGrouped(body[..point], [',']) ? NumberShape.Point : NumberShape.None,
            ( >= 1, 1) when comma > point => IsGrouped(body[..comma], ['.']) ? NumberShape.Comma : NumberShape.None,
            ( > 1, 0) => IsGrouped(body, ['.']) ? NumberShape.Comma : NumberShape.None,
            (0, > 1) => IsGrouped(body, [',']) ? NumberShape.Point : NumberShape.None,
            (1, 0) => ShapeOfOne(body, point, neutral, NumberShape.Point, NumberShape.EitherPoint),
            (0, 1) => ShapeOfOne(body, comma, neutral, NumberShape.Comma, NumberShape.EitherComma),
            _ => NumberShape.None,
        };
    }

    // A single separator parts thousands only before three digits and after one to three, of which the first is no 0.
    private static NumberShape ShapeOfOne(ReadOnlySpan<char> body, int at, bool neutral, NumberShape decimals, NumberShape either)
    {
        if (neutral) return IsGrouped(body[..at], ['\'', ' ']) ? decimals : NumberShape.None;
        return at is >= 1 and <= 3 && body[0] != '0' && body.Length - at == 4 ? either : decimals;
    }

    // Groups of three; or, in India, groups of two before a last one of three.
    private static bool IsGrouped(ReadOnlySpan<char> whole, ReadOnlySpan<char> separators)
    {
        if (whole.IndexOfAny(separators) is not (>= 0 and var first)) return true;
        var lengths = new List<int>();
        foreach (var group in whole.Split(whole[first]))
        {
            if (whole[group].IndexOfAnyExceptInRange('0', '9') >= 0) return false;
            lengths.Add(whole[group].Length);
        }

        var middle = lengths[1..^1];
        return lengths[^1] == 3
            && ((lengths[0] is >= 1 and <= 3 && middle.TrueForAll(length => length == 3))
                || (lengths[0] is 1 or 2 && middle.TrueForAll(length => length == 2)));
    }

    private static bool TryParse(Span<char> text, char decimals, out double number)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (c == decimals) text[length++] = '.';
            else if (c is not ('.' or ',' or '\'' or ' ')) text[length++] = c;
        }

        number = 0;
        return length > 0
            && (char.IsAsciiDigit(text[length - 1]) || text[length - 1] == '.')
            && double.TryParse(
                text[..length],
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out number)
            && double.IsFinite(number);
    }
}
