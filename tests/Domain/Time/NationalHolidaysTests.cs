using CommunityDemand.Domain.Time;
using CsCheck;

namespace CommunityDemand.Tests.Domain.Time;

public sealed class NationalHolidaysTests
{
    [Theory]
    [InlineData("US", "2025-07-04", "Independence Day")]
    [InlineData("us", "2024-11-28", "Thanksgiving")]
    [InlineData("DE", "2025-10-03", "Tag der Deutschen Einheit")]
    [InlineData("FR", "2025-07-14", "Fête nationale")]
    [InlineData("GB", "2025-05-26", "Spring")]
    [InlineData("JP", "2025-02-24", "Emperor's Birthday")]
    [InlineData("CH", "2025-08-01", "National Day")]
    [InlineData("TR", "2025-04-01", "Ramazan Bayramı 3. Gün")]
    public void Day_HolidayOfACountry_IsOff(string country, string day, string name)
    {
        var found = new CityCalendar(HolidayRules.For(country))[DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)];

        (found.Kind, found.Statutory).ShouldBe((DayKind.Holiday, true));
        found.Name.ShouldBe(name);
    }

    [Fact]
    public void Day_HolidayKeptOnAnotherDay_BothAreOff()
    {
        var calendar = new CityCalendar(HolidayRules.For("US"));

        // Independence Day of 2021 is a Sunday; New Year of 2022 a Saturday, kept in the year before.
        calendar[new DateOnly(2021, 7, 4)].Kind.ShouldBe(DayKind.Holiday);
        calendar[new DateOnly(2021, 7, 5)].Kind.ShouldBe(DayKind.Holiday);
        calendar[new DateOnly(2021, 12, 31)].Kind.ShouldBe(DayKind.Holiday);
        calendar[new DateOnly(2021, 7, 6)].Kind.ShouldBe(DayKind.Workday);
    }

    [Fact]
    public void Day_CountryWithoutSpringFestival_HasOtherHolidaysAlone()
    {
        var calendar = new CityCalendar(HolidayRules.For("US"));

        calendar.DaysFromSpringFestival(new DateOnly(2025, 1, 29)).ShouldBeNull();
        calendar.DaysFromOtherHoliday(new DateOnly(2025, 7, 2)).ShouldBe(-2);
    }

    [Fact]
    public void InYear_EveryCountryAndYear_HasFewHolidaysNearTheYear() => Gen.Select(
        Gen.Int[0, HolidayRules.Countries.Count - 1].Select(i => HolidayRules.Countries[i]), Gen.Int[1999, 2076]).Sample((country, year) =>
        {
            var holidays = HolidayRules.For(country).InYear(year);
            return holidays.Count is >= 4 and <= 30
                && holidays.All(h => h.First <= h.Day && h.Day <= h.Last && h.Last.DayNumber - h.First.DayNumber < 10
                    && Math.Abs(h.Day.DayNumber - new DateOnly(year, 7, 1).DayNumber) < 200 && h.Name.Length > 0);
        });

    [Fact]
    public void InYear_OutsideTheRules_IsEmpty()
    {
        HolidayRules.For("DE").InYear(1949).ShouldBeEmpty();
        HolidayRules.For("DE").InYear(2077).ShouldBeEmpty();
    }

    [Fact]
    public void Countries_ListsCodesOnce()
    {
        HolidayRules.Countries.ShouldBeUnique();
        HolidayRules.Countries.Count.ShouldBe(39);
        HolidayRules.Countries.ShouldContain("CN");
        HolidayRules.Countries.ShouldNotContain("PO");
        HolidayRules.Countries.ShouldAllBe(code => HolidayRules.Knows(code));
        HolidayRules.Knows("XX").ShouldBeFalse();
    }
}
