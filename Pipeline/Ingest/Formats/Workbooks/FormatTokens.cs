using System.Globalization;
using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>The pieces of a section of a number format.</summary>
internal static class FormatTokens
{
    public const char Digit = '0';
    public const char Point = '.';
    public const char Percent = '%';
    public const char Exponent = 'E';
    public const char Fraction = '/';
    public const char Text = '@';
    public const char General = 'G';
    public const char Literal = '"';

    /// <summary>
    /// Letters of a date: y, m, d, h, s, and a for AM or PM, w for the name of a day; in upper case those of a span, as in <c>[h]</c>.
    /// </summary>
    public const string Dates = "ymdhsawHMS";

    private static readonly string[] HalfDays = ["AM/PM", "A/P", "上午/下午"];

    public static (List<(char Kind, string Text)> Tokens, Func<double, bool>? Condition) Of(string code)
    {
        var tokens = new List<(char, string)>();
        Func<double, bool>? condition = null;
        for (var i = 0; i < code.Length;)
        {
            var rest = code.AsSpan(i);
            if (rest[0] == '[' && rest.IndexOf(']') is > 0 and var end)
            {
                var inside = rest[1..end].ToString();
                condition ??= Condition(inside);
                if (Span(inside) is { } span) tokens.Add((span, inside));
                i += end + 1;
                continue;
            }

            var length = One(rest, tokens);
            i += length;
        }

        return (tokens, condition);
    }

    private static int One(ReadOnlySpan<char> rest, List<(char, string)> tokens)
    {
        if (rest.StartsWith("General", StringComparison.OrdinalIgnoreCase)) return Add(General, 7, tokens);
        foreach (var half in HalfDays)
        {
            if (rest.StartsWith(half, StringComparison.OrdinalIgnoreCase)) return Add('a', half.Length, tokens);
        }

        var c = rest[0];
        switch (c)
        {
            case '"':
                var close = rest[1..].IndexOf('"');
                var quoted = close < 0 ? rest[1..] : rest[1..(close + 1)];
                tokens.Add((Literal, quoted.ToString()));
                return Math.Min(rest.Length, quoted.Length + 2);
            case '\\' or '!' when rest.Length > 1:
                tokens.Add((Literal, rest[1].ToString()));
                return 2;
            // The width of a character, and a character that fills the cell.
            case '_' or '*' when rest.Length > 1:
                return 2;
            case '0' or '#' or '?':
                tokens.Add((Digit, c.ToString()));
                return 1;
            case '.' or '%' or '@' or '/':
                tokens.Add((c, c.ToString()));
                return 1;
            case 'E' or 'e' when rest.Length > 1 && rest[1] is '+' or '-':
                return Add(Exponent, 2, tokens);
            case ',' or ';':
                return 1;
        }

        var kind = char.ToLowerInvariant(c) switch { 'e' or 'b' or 'g' => 'y', var lower => lower };
        var run = rest.IndexOfAnyExcept(char.ToLowerInvariant(c), char.ToUpperInvariant(c));
        run = run < 0 ? rest.Length : run;
        // Names of days, in Chinese by aaa.
        if (kind == 'a') return Add(run >= 3 ? 'w' : Literal, run, tokens);
        if (kind == 'd' && run >= 3) return Add('w', run, tokens);
        if ("ymdhs".Contains(kind, StringComparison.Ordinal)) return Add(kind, run, tokens);
        tokens.Add((Literal, c.ToString()));
        return 1;
    }

    private static int Add(char kind, int length, List<(char, string)> tokens)
    {
        tokens.Add((kind, ""));
        return length;
    }

    private static char? Span(string inside) =>
        inside.Length > 0 && inside.AsSpan().IndexOfAnyExcept(inside[0], (char)(inside[0] ^ 0x20)) < 0
        ? char.ToUpperInvariant(inside[0]) switch { 'H' => 'H', 'M' => 'M', 'S' => 'S', _ => null }
        : null;

    private static Func<double, bool>? Condition(string inside)
    {
        var sign = new StringBuilder();
        foreach (var c in inside.TakeWhile(c => c is '<' or '>' or '=')) sign.Append(c);
        if (sign.Length == 0 || !double.TryParse(inside.AsSpan(sign.Length), CultureInfo.InvariantCulture, out var limit)) return null;
        return sign.ToString() switch
        {
            "<" => number => number < limit,
            "<=" => number => number <= limit,
            ">" => number => number > limit,
            ">=" => number => number >= limit,
            "=" => number => number.Equals(limit),
            "<>" => number => !number.Equals(limit),
            _ => null,
        };
    }
}
