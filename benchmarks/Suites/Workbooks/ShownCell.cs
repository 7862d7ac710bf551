using System.Globalization;
using System.Text.RegularExpressions;

namespace CommunityDemand.Benchmarks.Suites.Workbooks;

/// <summary>
/// Whether a value is what a spreadsheet program shows: numbers to the digits shown, dates as days, texts without what a Mac can't save.
/// </summary>
internal static partial class ShownCell
{
    private const int Buddhist = 543;

    private static readonly int[] SpanUnits = [1, 60, 3600, 86_400];

    private static readonly string[] Forms =
        ["yyyy", "yy", "'0'yy", "MMMM", "MMM", "MM", "%M", "'0'%M", "'00'%M", "dddd", "ddd", "dd", "%d", "HH", "%H", "hh", "%h", "mm", "%m",
            "ss", "%s", "tt"];

    private static readonly string[] Days =
    [
        "M/d/yyyy", "M/d/yy", "d-MMM-yy", "d-MMM-yyyy", "yyyy-MM-dd", "yyyy-M-d", "M/d/yy H:mm", "M/d/yyyy H:mm", "M/d/yyyy H:mm:ss",
        "M/d/yy h:mm tt", "yyyy/M/d",
        "d-MMM", "MMM-yy", "MMM-yyyy", "dddd, MMMM d, yyyy", "dddd, MMMM dd, yyyy", "MMMM d, yyyy", "d/M/yyyy", "dd/MM/yyyy", "d.M.yyyy",
        "yyyy-MM-dd H:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-M-d H:mm:ss",
        "MMM d, yyyy", "MM/dd/yyyy HH:mm", "yyyyMMdd", "MMM-d", "dd-MMM-yyyy HH:mm:ss",
    ];

    public static bool AreEqual(string shown, string ours)
    {
        (shown, ours) = (shown.Trim(), ours.Trim());
        // A column that is too narrow for its number.
        if (shown.Length > 0 && shown.All(c => c == '#')) return true;
        if (shown.Equals(ours, StringComparison.OrdinalIgnoreCase)) return true;
        if (shown.StartsWith('#') && ours.Contains(shown, StringComparison.OrdinalIgnoreCase)) return true;
        return AreNumbers(shown, ours) || AreFractions(shown, ours) || AreYears(shown, ours) || AreOfOneLocale(shown, ours)
            || AreDays(shown, ours) || AreParts(shown, ours) || AreTimes(shown, ours) || AreSpans(shown, ours) || AreTexts(shown, ours);
    }

    private static bool AreNumbers(string shown, string ours)
    {
        var scale = shown.Contains('%', StringComparison.Ordinal) ? 0.01 : 1;
        var match = Number().Match(Noise().Replace(shown, ""));
        if (!match.Success || Number().Match(Noise().Replace(ours, "")) is not { Success: true } own) return false;
        if (ours.Contains('%', StringComparison.Ordinal) && scale.Equals(1)) return false;
        var expected = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        if (shown.StartsWith('(')) expected = -expected;
        var value = double.Parse(
            own.Groups[1].Value, CultureInfo.InvariantCulture) * (ours.Contains('%', StringComparison.Ordinal) ? 1 : 1 / scale);
        var exponent = match.Groups[3].Success ? int.Parse(match.Groups[3].Value, CultureInfo.InvariantCulture) : 0;
        var tolerance = 0.51 * Math.Pow(10, exponent - match.Groups[2].Length);
        return Math.Abs(Math.Abs(expected) - Math.Abs(value)) <= tolerance;
    }

    private static bool AreFractions(string shown, string ours)
    {
        var match = Fraction().Match(shown);
        if (!match.Success || !double.TryParse(ours, CultureInfo.InvariantCulture, out var value)) return false;
        var parts = match.Groups.Values.Skip(match.Groups[3].Success ? 1 : 4)
            .Take(3).Select(group => group.Length == 0 ? 0 : double.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray();
        return Math.Abs(parts[0] + (parts[1] / parts[2]) - Math.Abs(value)) <= 0.51 / parts[2];
    }

    private static bool AreYears(string shown, string ours) =>
        shown.Length == 2 && ours.Length == 4 && ours.EndsWith(shown, StringComparison.Ordinal) && ours.All(char.IsAsciiDigit);

    // Texts that a formula made in another language's Excel were made anew by the one that saved the CSV.
    private static bool AreOfOneLocale(string shown, string ours)
    {
        var (one, other) = (Separators().Replace(shown, ""), Separators().Replace(ours, ""));
        return one.Length > 3 && ours.Contains(',', StringComparison.Ordinal) && one == other;
    }

    private static bool AreDays(string shown, string ours)
    {
        if (!DateTime.TryParse(ours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var own) || ours.Length < 4) return false;
        if (!DateTime.TryParseExact(shown, Days, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
            && !DateTime.TryParse(shown, CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return false;
        var hasYear = YearOrTwo().IsMatch(shown);
        return day.Month == own.Month && (!shown.Any(char.IsAsciiDigit) || day.Day == own.Day || ours.Length == 7)
            && (!hasYear || day.Year % 100 == own.Year % 100);
    }

    // A format may show any part of a day; a value of ours is all of it.
    private static bool AreParts(string shown, string ours)
    {
        if (ours.Length < 7 || !DateTime.TryParse(ours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var own)) return false;
        var parts = Forms.Select(form => own.ToString(form, CultureInfo.InvariantCulture))
            .Append((own.Year + Buddhist).ToString(CultureInfo.InvariantCulture))
            .Append(((own.Year + Buddhist) % 100).ToString("00", CultureInfo.InvariantCulture))
            .Append(own.ToString("MMMM", CultureInfo.InvariantCulture)[..1])
            .Append(own.ToString("tt", CultureInfo.InvariantCulture)[..1])
            .ToArray();
        return shown.Any(char.IsLetterOrDigit) && IsMadeOf(string.Concat(shown.Where(char.IsLetterOrDigit)), parts);
    }

    private static bool IsMadeOf(ReadOnlySpan<char> shown, string[] parts)
    {
        if (shown.IsEmpty) return true;
        foreach (var part in parts)
        {
            if (shown.StartsWith(part, StringComparison.OrdinalIgnoreCase) && IsMadeOf(shown[part.Length..], parts)) return true;
        }

        return false;
    }

    private static bool AreTimes(string shown, string ours) =>
        TimeSpan.TryParse(ours, CultureInfo.InvariantCulture, out var own)
        && (
            DateTime.TryParse(shown, CultureInfo.InvariantCulture, DateTimeStyles.NoCurrentDateDefault, out var time)
                ? time.TimeOfDay
                : TimeSpan.TryParse(
                shown, CultureInfo.InvariantCulture, out var span) ? span : TimeSpan.FromDays(1e6)) is var expected
        && Math.Abs(expected.TotalSeconds - own.TotalSeconds) < 60;

    // [h], [m] and [s] show a span in whole hours, minutes or seconds.
    private static bool AreSpans(string shown, string ours)
    {
        if (!double.TryParse(shown, CultureInfo.InvariantCulture, out var whole)
            || ours.Split(':') is not [var hours, var minutes, var seconds])
            return false;
        if (!double.TryParse(hours, CultureInfo.InvariantCulture, out var h)
            || !double.TryParse(minutes, CultureInfo.InvariantCulture, out var m))
            return false;
        if (!double.TryParse(seconds, CultureInfo.InvariantCulture, out var s)) return false;
        var total = (Math.Abs(h) * 3600) + (m * 60) + s;
        return SpanUnits.Any(unit => Math.Abs(Math.Abs(whole) - (total / unit)) < 1);
    }

    private static bool AreTexts(string shown, string ours)
    {
        var (one, other) = (Plain().Replace(shown, ""), Plain().Replace(ours, ""));
        return one.Equals(other, StringComparison.OrdinalIgnoreCase) && (one.Length > 0 || (shown.Length > 0 && ours.Length > 0));
    }

    [GeneratedRegex(@"[\s,$€£¥()%]|USD|EUR")]
    private static partial Regex Noise();

    [GeneratedRegex(@"^[^\d.\-+]{0,3}([\-+]?\d+\.?(\d*)(?:[eE]([\-+]?\d+))?)[^\d]*$")]
    private static partial Regex Number();

    [GeneratedRegex(@"^-?(\d*)\s+(\d+)/(\d+)$|^-?()(\d+)/(\d+)$")]
    private static partial Regex Fraction();

    [GeneratedRegex(@"[\s,.$_\u20BD\u0440]")]
    private static partial Regex Separators();

    [GeneratedRegex(@"\d{4}|\d+[/\-. ]\w+[/\-. ]\d+|-\d\d$")]
    private static partial Regex YearOrTwo();

    [GeneratedRegex(@"[^\x21-\x7E]|[_?]")]
    private static partial Regex Plain();
}
