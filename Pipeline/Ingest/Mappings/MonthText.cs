using System.Globalization;

namespace CommunityDemand.Pipeline.Ingest.Mappings;

/// <summary>Months: <c>3</c>, <c>03</c>, <c>3月</c>, <c>Mar</c>, <c>March</c>.</summary>
internal static class MonthText
{
    private const int ShortLetters = 3;

    public static bool TryRead(ReadOnlySpan<char> text, out int month)
    {
        text = text.Trim().TrimEnd("月份.");
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out month)) return month is >= 1 and <= 12;
        for (month = 1; month <= 12; month++)
        {
            var name = CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(month);
            if (text.Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
            if (text.Equals(name.AsSpan(0, ShortLetters), StringComparison.OrdinalIgnoreCase)) return true;
        }

        return text.Equals("sept", StringComparison.OrdinalIgnoreCase) && (month = 9) > 0;
    }
}
