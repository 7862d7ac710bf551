using System.Globalization;
using CommunityDemand.Pipeline.Datasets.Values;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Datasets.Values;

public sealed class DayParserTests
{
    [Theory]
    [InlineData("2025-03-07")]
    [InlineData("2025/3/7")]
    [InlineData("2025.03.07")]
    [InlineData("20250307")]
    [InlineData("2025年3月7日")]
    [InlineData("2025年3月7号 星期五")]
    [InlineData("２０２５－０３－０７")]
    [InlineData("民國114年3月7日")]
    [InlineData("114年3月7日")]
    [InlineData("114/03/07")]
    [InlineData("1140307")]
    [InlineData("7 Mar 2025")]
    [InlineData("7-Mar-2025")]
    [InlineData("07-MAR-25")]
    [InlineData("March 7, 2025")]
    [InlineData("Mar 7th 2025")]
    [InlineData("Fri, 7 Mar 2025")]
    [InlineData("2025-03-07T08:15:00+08:00")]
    [InlineData("2025-03-07 08:15:00.123Z")]
    [InlineData("2025-03-07 8:15 PM")]
    [InlineData("2025-03-07 08:15 CET")]
    [InlineData("2025年3月7日08:15")]
    [InlineData("2025/3/7 下午 3:05")]
    [InlineData("45723")]
    [InlineData("45723.75")]
    public void Read_DayInAnyForm_IsTheDay(string text) =>
        Read(text, DayOrder.Unknown).ShouldBe((DayReading.Day, new DateOnly(2025, 3, 7)));

    [Theory]
    [InlineData("7.3.2025", true)]
    [InlineData("07/03/2025 14:30", true)]
    [InlineData("3/7/2025", false)]
    [InlineData("3-7-2025 2:30 PM", false)]
    public void Read_YearLast_FollowsTheOrder(string text, bool dayFirst)
    {
        Read(text, dayFirst ? DayOrder.DayFirst : DayOrder.MonthFirst).ShouldBe((DayReading.Day, new DateOnly(2025, 3, 7)));
        Read(text, DayOrder.Unknown).Reading.ShouldBe(DayReading.Doubtful);
        Read(text, DayOrder.Mixed).Reading.ShouldBe(DayReading.Doubtful);
    }

    [Theory]
    [InlineData("13/3/2025", false)]
    [InlineData("3/13/2025", true)]
    public void Read_DateThatTheOrderForbids_IsNone(string text, bool dayFirst)
    {
        Read(text, dayFirst ? DayOrder.DayFirst : DayOrder.MonthFirst).Reading.ShouldBe(DayReading.None);
        Read(text, DayOrder.Unknown).ShouldBe((DayReading.Day, new DateOnly(2025, 3, 13)));
    }

    [Theory]
    [InlineData("2025-03")]
    [InlineData("2025年3月")]
    [InlineData("2025年3月份")]
    [InlineData("114年3月")]
    [InlineData("11503")]
    [InlineData("202503")]
    [InlineData("Sep-25")]
    [InlineData("September 2025")]
    [InlineData("2025-Sep")]
    [InlineData("2025-W36")]
    [InlineData("2025Q3")]
    [InlineData("Q3 2025")]
    [InlineData("2025年第三季度")]
    [InlineData("2025")]
    [InlineData("3/2025")]
    public void Read_WeekMonthQuarterOrYear_IsAPeriod(string text) => Read(text, DayOrder.Unknown).Reading.ShouldBe(DayReading.Period);

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("2025-02-30")]
    [InlineData("2025-13-01")]
    [InlineData("2025-03-07x")]
    [InlineData("3/7/25")]
    [InlineData("12")]
    [InlineData("1,234")]
    [InlineData("2025-03-07 25:00")]
    [InlineData("2025-03-07 15:00 PM")]
    [InlineData("31859")]
    [InlineData("99999999")]
    public void Read_AnythingElse_IsNone(string text) => Read(text, DayOrder.Unknown).Reading.ShouldBe(DayReading.None);

    [Fact]
    public void Read_AnyDayOfTheCenturyInAnyUnambiguousForm_ComesBack()
    {
        string[] forms =
            ["yyyy-MM-dd", "yyyy/M/d", "yyyy.MM.dd", "yyyyMMdd", "yyyy年M月d日", "d MMM yyyy", "MMMM d, yyyy", "yyyy-MM-dd HH:mm:ss",
                "ddd, d MMM yyyy hh:mm tt"];
        Gen.Select(Gen.DateOnly[new DateOnly(1990, 1, 1), new DateOnly(2090, 12, 31)], Gen.Int[0, forms.Length - 1]).Sample((day, form) =>
            Read(day.ToDateTime(new TimeOnly(9, 5)).ToString(forms[form], CultureInfo.InvariantCulture), DayOrder.Unknown)
                == (DayReading.Day, day));
    }

    [Fact]
    public void Read_AnyText_NeverThrows() => Gen.String[Gen.Char["0123456789-/.:, TZ年月日民國PMarSep+上午"], 0, 24].Sample(text =>
    {
        Read(text, DayOrder.Unknown);
    });

    private static (DayReading Reading, DateOnly Day) Read(string text, DayOrder order)
    {
        var reading = DayParser.Read(text, order, out var day, out _);
        return (reading, day);
    }
}
