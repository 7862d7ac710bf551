using System.Globalization;
using System.Numerics;

namespace CommunityDemand.Benchmarks.Suites.Pollock;

/// <summary>
/// A cell as the benchmark compares it: numbers by value, texts without case. Dates and prices, which the benchmark also compares by
/// value, are compared as texts: whoever loads them unchanged loses nothing by it.
/// </summary>
internal static class PollockCell
{
    public static string Normalize(string cell)
    {
        var text = cell.Trim();
        if (text.Length == 0) return cell;
        if (text is "True" or "true") return "1";
        if (text is "False" or "false") return "0";
        var digits = text.AsSpan().TrimStart("+-");
        if (digits.Length > 0 && digits.IndexOfAnyExceptInRange('0', '9') < 0)
            return BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
                .ToString(CultureInfo.InvariantCulture);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("R", CultureInfo.InvariantCulture)
            : cell.ToLowerInvariant();
    }
}
