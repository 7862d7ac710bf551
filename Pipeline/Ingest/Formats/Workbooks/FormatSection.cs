using System.Globalization;
using System.Text;

namespace CommunityDemand.Pipeline.Ingest.Formats.Workbooks;

/// <summary>
/// One section of a number format (ECMA-376, part 1, section 18.8.31): how a number of one sign is shown. Values that count stay as precise
/// as they are stored: of a format with two decimals, a thousands separator or a currency sign nothing is taken over.
/// </summary>
internal sealed class FormatSection
{
    private readonly List<(char Kind, string Text)> _tokens = [];
    private readonly Func<double, bool>? _condition;
    private readonly DatePattern? _date;
    private readonly bool _hasDigits;
    private readonly bool _isMask;
    private readonly bool _isPercent;
    private readonly string _literal;
    private readonly int _decimals;

    public FormatSection(string code)
    {
        (_tokens, _condition) = FormatTokens.Of(code);
        _date = DatePattern.Of(_tokens);
        var digits = _tokens.Where(token => token.Kind == FormatTokens.Digit).Select(token => token.Text[0]).ToArray();
        var point = _tokens.FindIndex(token => token.Kind == FormatTokens.Point);
        var whole = (point < 0 ? _tokens : _tokens.Take(point)).Where(token => token.Kind == FormatTokens.Digit).ToArray();
        _decimals = digits.Length - whole.Length;
        _hasDigits = digits.Length > 0 || _tokens.Exists(token => token.Kind == FormatTokens.General);
        var literals = _tokens.Where(token => token.Kind == FormatTokens.Literal).Select(token => token.Text).ToArray();
        _literal = string.Concat(literals);
        _isPercent = _tokens.Exists(token => token.Kind == FormatTokens.Percent) || _literal.Contains('%', StringComparison.Ordinal);
        _isMask = !_isPercent
            && !_tokens.Exists(token => token.Kind is FormatTokens.Exponent or FormatTokens.Fraction or FormatTokens.General)
            && (whole.Count(token => token.Text == "0") >= 2 || HasNameBefore());
    }

    /// <summary>Whether a condition such as <c>[&gt;100]</c> decides when the section holds.</summary>
    public bool HasCondition => _condition is not null;

    public bool Holds(double number) => _condition is null || _condition(number);

    /// <param name="number">What is stored; without its sign where the section is that of negative numbers.</param>
    /// <param name="serial">The same as a day of the 1900 date system.</param>
    /// <returns>Null where the number stands for itself.</returns>
    public string? Show(double number, double serial)
    {
        if (_date is not null) return _date.Show(serial);
        if (_isPercent) return Percent(number);
        if (_isMask) return Mask(number);
        return !_hasDigits && _literal.Trim().Length > 0 && !_tokens.Exists(token => token.Kind == FormatTokens.Text) ? _literal : null;
    }

    // "C"000 names a code, 0"visits" a unit.
    private bool HasNameBefore()
    {
        var digit = _tokens.FindIndex(token => token.Kind == FormatTokens.Digit);
        return digit > 0 && _tokens.Take(digit).Any(token => token.Kind == FormatTokens.Literal && token.Text.Any(char.IsLetter));
    }

    private string Percent(double number)
    {
        foreach (var _ in _tokens.Where(token => token.Kind == FormatTokens.Percent)) number *= 100;
        return number.ToString("F" + Math.Min(_decimals, 15), CultureInfo.InvariantCulture) + "%";
    }

    // Digits fill the places from the right; what is left over goes before the first place.
    private string Mask(double number)
    {
        var plain = Math.Abs(number).ToString("F" + Math.Min(_decimals, 15), CultureInfo.InvariantCulture);
        var (whole, fraction) = plain.Split('.') is [var before, var after] ? (before, after) : (plain, "");
        if (whole == "0") whole = "";
        var places = _tokens.TakeWhile(token => token.Kind != FormatTokens.Point).Count(token => token.Kind == FormatTokens.Digit);
        var shown = new StringBuilder(number < 0 ? "-" : "");
        var (place, inFraction, decimals) = (0, false, 0);
        foreach (var (kind, text) in _tokens)
        {
            if (kind == FormatTokens.Point) (inFraction, _) = (true, shown.Append('.'));
            else if (kind == FormatTokens.Literal) shown.Append(text);
            else if (kind == FormatTokens.Digit && inFraction) shown.Append(fraction[decimals++]);
            else if (kind == FormatTokens.Digit)
            {
                var at = whole.Length - places + place++;
                if (place == 1 && at > 0) shown.Append(whole, 0, at);
                if (at >= 0) shown.Append(whole[at]);
                else if (text == "0") shown.Append('0');
            }
        }

        return shown.ToString();
    }
}
