using CommunityDemand.Domain.Text;

namespace CommunityDemand.Domain.Time;

/// <summary>Codes of the frequencies, as used in uploads, settings and tables.</summary>
public static class Frequencies
{
    private static readonly CodeTable<Frequency> Table = new(
        (Frequency.Hourly, ["hour", "hourly", "小时", "时"]),
        (Frequency.Daily, ["day", "daily", "日", "天"]),
        (Frequency.Weekly, ["week", "weekly", "周"]),
        (Frequency.Monthly, ["month", "monthly", "月"]),
        (Frequency.Quarterly, ["quarter", "quarterly", "季", "季度"]),
        (Frequency.Yearly, ["year", "yearly", "年"]));

    /// <summary>Periods that a figure of an upload may stand for, from the finest.</summary>
    public static IReadOnlyList<Frequency> Counted { get; } =
        [Frequency.Daily, Frequency.Weekly, Frequency.Monthly, Frequency.Quarterly, Frequency.Yearly];

    /// <summary><c>hour</c>, <c>day</c>, <c>week</c>, <c>month</c>, <c>quarter</c> or <c>year</c>.</summary>
    public static string Code(this Frequency frequency) => Table.Print(frequency);

    /// <summary>The code and the other accepted spellings.</summary>
    public static IReadOnlyList<string> Spellings(this Frequency frequency) => Table.Spellings(frequency);

    /// <summary>Parses a code, an adverb (<c>monthly</c>) or a Chinese name; letter case is ignored.</summary>
    public static bool TryParse(string? text, out Frequency frequency) => Table.TryParse(text, out frequency);
}
