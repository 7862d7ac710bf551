namespace CommunityDemand.Domain.Time;

/// <summary>A country's public holidays, computed. A calendar starts from these, and uploads override them.</summary>
public abstract class HolidayRules
{
    /// <summary>China's; the default.</summary>
    public static HolidayRules China { get; } = new ChineseHolidays();

    /// <summary>No holiday but those uploaded: for cities whose country has no rules here.</summary>
    public static HolidayRules None { get; } = new NoHolidays();

    /// <summary>The holidays whose festival day lies in a year, in order; none outside the years that the rules cover.</summary>
    public abstract IReadOnlyList<PublicHoliday> InYear(int year);

    /// <summary>The rules of a country option.</summary>
    /// <param name="country"><c>CN</c> or <c>none</c>, in any case.</param>
    /// <exception cref="ArgumentException">There are no rules for it.</exception>
    public static HolidayRules For(string country) => country.ToUpperInvariant() switch
    {
        "CN" => China,
        "NONE" => None,
        _ => throw new ArgumentException(
            $"There are no holiday rules for country '{country}'. Set CN, or none and upload the holidays as dataset calendar.",
            nameof(country)),
    };

    private sealed class NoHolidays : HolidayRules
    {
        public override IReadOnlyList<PublicHoliday> InYear(int year) => [];
    }
}
