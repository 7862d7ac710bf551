using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>How the numbers of a cell are shown.</summary>
internal sealed class CellFormat
{
    private const int Days1904 = 1462;
    private const int MostWholeDigits = 15;

    private readonly FormatSection[] _sections;
    private readonly bool _isGeneral;

    private CellFormat(string code)
    {
        _isGeneral = code.Length == 0 || code == "@" || code.Equals("General", StringComparison.OrdinalIgnoreCase);
        _sections = _isGeneral ? [] : [.. Split(code).Select(section => new FormatSection(section))];
    }

    public static CellFormat General { get; } = new("");

    public static CellFormat Of(string code) => new(code);

    /// <summary>The text of a number as it is stored in XML.</summary>
    /// <param name="stored">Digits, most often.</param>
    /// <param name="from1904">Whether the workbook counts days from 1904.</param>
    public string Show(string stored, bool from1904)
    {
        // Digits alone stay, because a double can't hold an id of 17.
        if (_isGeneral && stored.AsSpan().IndexOfAny(".Ee") < 0) return stored;
        if (!double.TryParse(stored, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return stored;
        return Shown(number, from1904) ?? (stored.AsSpan().IndexOfAny(".Ee") < 0 ? stored : Plain(number));
    }

    /// <summary>The text of a number.</summary>
    public string Show(double number, bool from1904) => Shown(number, from1904) ?? Plain(number);

    private string? Shown(double number, bool from1904)
    {
        if (_isGeneral) return null;
        var serial = from1904 ? number + Days1904 : number;
        if (Array.Exists(_sections, section => section.HasCondition))
        {
            return Array.Find(_sections, section => section.Holds(number))?.Show(number, serial);
        }

        var numbers = Math.Min(_sections.Length, 3);
        if (number < 0 && numbers >= 2) return _sections[1].Show(-number, -serial);
        return _sections[number.Equals(0) && numbers == 3 ? 2 : 0].Show(number, serial);
    }

    // General shows eleven characters: 0.1 of 0.1000000001, which sums in binary leave. Digits of whole numbers all stay.
    private string Plain(double number)
    {
        var size = Math.Abs(number);
        if (size < 1e15 && number.Equals(Math.Truncate(number))) return number.ToString("F0", CultureInfo.InvariantCulture);
        if (_isGeneral && size is >= 1e-4 and < 1e9)
        {
            var wholeDigits = size < 1 ? 1 : (int)Math.Floor(Math.Log10(size)) + 1;
            number = Math.Round(number, Math.Max(0, 10 - wholeDigits), MidpointRounding.AwayFromZero);
            return number.ToString(CultureInfo.InvariantCulture);
        }

        return number.ToString("G" + MostWholeDigits, CultureInfo.InvariantCulture);
    }

    // Semicolons between quotes, in brackets and after a backslash divide nothing.
    private static IEnumerable<string> Split(string code)
    {
        var (start, quoted, bracket) = (0, false, false);
        for (var i = 0; i < code.Length; i++)
        {
            var c = code[i];
            if (c == '\\' && !quoted) i++;
            else if (c == '"') quoted = !quoted;
            else if (c == '[' && !quoted) bracket = true;
            else if (c == ']') bracket = false;
            else if (c == ';' && !quoted && !bracket)
            {
                yield return code[start..i];
                start = i + 1;
            }
        }

        yield return code[start..];
    }
}
