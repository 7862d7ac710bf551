namespace CommunityDemand.Domain.Time;

/// <summary>A country's public holidays, computed by rule. A calendar starts from these rules; uploads override them.</summary>
public abstract class HolidayRules
{
    /// <summary>China's rules; the default.</summary>
    public static HolidayRules China { get; } = new ChineseHolidays();

    /// <summary>Rules without holidays, for countries that have no rules here: only uploaded holidays count.</summary>
    public static HolidayRules None { get; } = new NoHolidays();

    /// <summary>Holidays with their festival day in a year, in order; empty outside the years that the rules cover.</summary>
    public abstract IReadOnlyList<PublicHoliday> InYear(int year);

    /// <summary>Codes of the countries that have rules: two capital letters (ISO 3166), sorted.</summary>
    public static IReadOnlyList<string> Countries { get; } = [.. NationalHolidays.Codes.Append("CN").Order(StringComparer.Ordinal)];

    /// <summary>Whether <see cref="For"/> has rules for a country option.</summary>
    public static bool Knows(string country) =>
        country.Equals("none", StringComparison.OrdinalIgnoreCase) || Countries.Contains(country, StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules for a country option.</summary>
    /// <param name="country">One of <see cref="Countries"/> or <c>none</c>, in any letter case.</param>
    /// <exception cref="ArgumentException">There are no rules for the country.</exception>
    public static HolidayRules For(string country) => country.ToUpperInvariant() switch
    {
        "CN" => China,
        "NONE" => None,
        var code when NationalHolidays.Codes.Contains(code) => NationalHolidays.Of(code),
        _ => throw new ArgumentException(
            $"There are no holiday rules for country '{country}'. Set one of {string.Join(", ", Countries)}, or none and upload the "
                + "holidays as dataset calendar.",
            nameof(country)),
    };

    private sealed class NoHolidays : HolidayRules
    {
        public override IReadOnlyList<PublicHoliday> InYear(int year) => [];
    }
}
