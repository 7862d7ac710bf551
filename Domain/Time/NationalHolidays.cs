using System.Collections.Concurrent;
using PublicHoliday;

namespace CommunityDemand.Domain.Time;

/// <summary>
/// Public holidays of a whole country by rule, for the years 1950 to 2076, from the package PublicHoliday. A holiday that moves from a
/// weekend to a working day is off on both. Holidays of regions are not among them: upload those as dataset <c>calendar</c>.
/// </summary>
internal sealed class NationalHolidays : HolidayRules
{
    private const int FirstYear = 1950;
    private const int LastYear = 2076;

    private readonly IPublicHolidays _country;
    private readonly ConcurrentDictionary<int, PublicHoliday[]> _years = new();

    private NationalHolidays(IPublicHolidays country) => _country = country;

    /// <summary>Codes of the countries, two capital letters, sorted.</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        .. Enum.GetValues<PublicHolidayCountryCode>()
            // A second code of Poland, which is none of ISO 3166.
            .Where(code => code != PublicHolidayCountryCode.Po)
            .Select(code => code.ToString().ToUpperInvariant())
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The holidays of one of <see cref="Codes"/>.</summary>
    public static NationalHolidays Of(string code) =>
        new(PublicHolidayFactory.GetPublicHolidayForCountry(Enum.Parse<PublicHolidayCountryCode>(code, ignoreCase: true)));

    public override IReadOnlyList<PublicHoliday> InYear(int year) =>
        year is < FirstYear or > LastYear ? [] : _years.GetOrAdd(year, Compute);

    private PublicHoliday[] Compute(int year)
    {
        var names = _country.PublicHolidayNames(year);
        return
        [
            .. _country.PublicHolidaysInformation(year)
                .Where(holiday => holiday.IsPublic)
                .Select(holiday => Read(holiday, names))
                .OrderBy(holiday => holiday.Day),
        ];
    }

    private static PublicHoliday Read(Holiday holiday, IDictionary<DateTime, string> names)
    {
        var (day, kept) = (DateOnly.FromDateTime(holiday.HolidayDate), DateOnly.FromDateTime(holiday.ObservedDate));
        var name = new[] { holiday.EnglishName, holiday.Name, NameOn(names, holiday.ObservedDate), NameOn(names, holiday.HolidayDate) }
            .FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "public holiday";
        var (first, last) = day < kept ? (day, kept) : (kept, day);
        return new PublicHoliday(name, day, first, last, first, last);
    }

    private static string? NameOn(IDictionary<DateTime, string> names, DateTime date) =>
        names.TryGetValue(date, out var name) ? name : null;
}
