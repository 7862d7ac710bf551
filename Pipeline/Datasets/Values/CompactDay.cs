namespace CommunityDemand.Pipeline.Datasets.Values;

/// <summary>Days written as one number, such as 20260302, where a count is expected: columns were mixed up.</summary>
internal static class CompactDay
{
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    /// <summary>Whether a whole number is a day of 1990 to 2099.</summary>
    public static bool Is(double number)
    {
        var (year, month, day) = ((int)(number / 10_000), (int)(number / 100) % 100, (int)number % 100);
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
    }
}
