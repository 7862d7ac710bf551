using CommunityDemand.Domain.Time;

namespace CommunityDemand.Tests.Domain.Time;

/// <summary>Against the dates in the State Council's yearly notices and the Purple Mountain Observatory's almanac.</summary>
public sealed class ChineseHolidaysTests
{
    [Theory]
    [InlineData(2011, "02-03", "04-05", "06-06", "09-12")]
    [InlineData(2012, "01-23", "04-04", "06-23", "09-30")]
    [InlineData(2013, "02-10", "04-04", "06-12", "09-19")]
    [InlineData(2014, "01-31", "04-05", "06-02", "09-08")]
    [InlineData(2015, "02-19", "04-05", "06-20", "09-27")]
    [InlineData(2016, "02-08", "04-04", "06-09", "09-15")]
    [InlineData(2017, "01-28", "04-04", "05-30", "10-04")]
    [InlineData(2018, "02-16", "04-05", "06-18", "09-24")]
    [InlineData(2019, "02-05", "04-05", "06-07", "09-13")]
    [InlineData(2020, "01-25", "04-04", "06-25", "10-01")]
    [InlineData(2021, "02-12", "04-04", "06-14", "09-21")]
    [InlineData(2022, "02-01", "04-05", "06-03", "09-10")]
    [InlineData(2023, "01-22", "04-05", "06-22", "09-29")]
    [InlineData(2024, "02-10", "04-04", "06-10", "09-17")]
    [InlineData(2025, "01-29", "04-04", "05-31", "10-06")]
    [InlineData(2026, "02-17", "04-05", "06-19", "09-25")]
    [InlineData(2027, "02-06", "04-05", "06-09", "09-15")]
    [InlineData(2028, "01-26", "04-04", "05-28", "10-03")]
    [InlineData(2029, "02-13", "04-04", "06-16", "09-22")]
    [InlineData(2030, "02-03", "04-05", "06-05", "09-12")]
    public void InYear_KnownYear_GivesTheAlmanacsDays(int year, string spring, string qingming, string dragonBoat, string midAutumn)
    {
        Day(year, Festival.SpringFestival).ShouldBe(spring);
        Day(year, Festival.Qingming).ShouldBe(qingming);
        Day(year, Festival.DragonBoat).ShouldBe(dragonBoat);
        Day(year, Festival.MidAutumn).ShouldBe(midAutumn);
    }

    [Theory]
    [InlineData(2020, Festival.SpringFestival, "01-24", "01-30")]
    [InlineData(2025, Festival.SpringFestival, "01-28", "02-04")]
    [InlineData(2019, Festival.NationalDay, "10-01", "10-07")]
    [InlineData(2020, Festival.NationalDay, "10-01", "10-08")]
    [InlineData(2025, Festival.NationalDay, "10-01", "10-08")]
    [InlineData(2024, Festival.LabourDay, "05-01", "05-05")]
    public void InYear_LongHoliday_HasTheDaysOffOfTheNotice(int year, Festival festival, string first, string last)
    {
        var holiday = Find(year, festival);

        (Text(holiday.First), Text(holiday.Last)).ShouldBe((first, last));
    }

    [Theory]
    [InlineData(2024, 11)]
    [InlineData(2025, 13)]
    [InlineData(2013, 11)]
    public void InYear_StatutoryDays_AddUpToTheRegulations(int year, int days) => HolidayRules.China.InYear(year)
        .SelectMany(h => Enumerable.Range(0, 10).Select(h.StatutoryFirst.AddDays).Where(h.IsStatutory))
        .Distinct().Count().ShouldBe(days);

    [Fact]
    public void InYear_NewYearsEve_IsStatutoryFrom2025()
    {
        Find(2024, Festival.SpringFestival).IsStatutory(new DateOnly(2024, 2, 9)).ShouldBeFalse();
        Find(2025, Festival.SpringFestival).IsStatutory(new DateOnly(2025, 1, 28)).ShouldBeTrue();
        Find(2025, Festival.LabourDay).IsStatutory(new DateOnly(2025, 5, 2)).ShouldBeTrue();
    }

    [Fact]
    public void InYear_OutsideTheRules_IsEmpty()
    {
        HolidayRules.China.InYear(1998).ShouldBeEmpty();
        HolidayRules.China.InYear(2100).ShouldBeEmpty();
        HolidayRules.China.InYear(2099).Count.ShouldBe(7);
    }

    [Fact]
    public void For_UnknownCountry_NamesTheRemedy() =>
        Should.Throw<ArgumentException>(() => HolidayRules.For("XX")).Message.ShouldContain("dataset calendar");

    private static PublicHoliday Find(int year, Festival festival) => HolidayRules.China.InYear(year).Single(h => h.Festival == festival);

    private static string Day(int year, Festival festival) => Text(Find(year, festival).Day);

    private static string Text(DateOnly date) => date.ToString("MM-dd");
}
