using System.Text;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Models.Calendars;

/// <summary>
/// A group whose truth is known: counts around a weekday pattern, a wave over the year, holidays that are no weekday, and weeks around a
/// festival.
/// </summary>
public sealed class CalendarProfileTests
{
    private const int Years = 4;
    private const int Days = Years * 365;
    private const int Horizon = 365;
    private const int Week = 7;
    private const int Reach = 10;
    private const double OnHolidays = 0.3;
    private const double Level = 3_000;

    /// <summary>Of mean 1, Mondays first.</summary>
    private static readonly double[] Weekdays = [1.3, 1.2, 1.1, 1.0, 1.2, 0.7, 0.5];

    private static readonly DateTime Start = new(2020, 1, 6);

    private static readonly CalendarFeatures Calendar = new(
        ["is_holiday", "days_from_spring_festival"],
        [Column(t => IsHoliday(t) ? 1 : 0), Column(t => FromFestival(t) ?? Reach + 1)]);

    [Fact]
    public void Fit_CountsOfKnownCauses_TellsEachCausesFactor()
    {
        var (nodes, profile) = Learn();

        var factors = profile.Over(nodes.Panel, Days + Horizon);

        // The year to come, so that nothing can lean on the counts of the day itself.
        for (var t = Days; t < factors.Length; t++)
        {
            factors[t].Replaces.ShouldBe(IsHoliday(t), $"{Date(t):yyyy-MM-dd}");
            var special = factors[t].On(Weekdays[t % Week]) / profile.TimeOfYear(nodes.Panel, t);
            special.ShouldBe(Truth(t) / Math.Exp(Wave(t)), 0.05 * special, $"{Date(t):yyyy-MM-dd}");
        }
    }

    [Fact]
    public void TimeOfYear_CountsOfKnownCauses_IsTheWave()
    {
        var (nodes, profile) = Learn();

        // A level that may move by a tenth in four weeks can take over some of a wave, however many are counted.
        var errors = Enumerable.Range(Days, Horizon).Select(t => Math.Abs((profile.TimeOfYear(nodes.Panel, t) / Math.Exp(Wave(t))) - 1))
            .ToArray();
        errors.Max().ShouldBeLessThan(0.08);
        errors.Average().ShouldBeLessThan(0.03);
    }

    [Fact]
    public void Effects_DaysOfTheFestival_AreThoseOfTheTruth()
    {
        var (nodes, profile) = Learn();

        foreach (var t in Enumerable.Range(Days, Horizon).Where(t => FromFestival(t) is not null && !IsHoliday(t)))
        {
            var (term, value, log) = profile.Effects(nodes.Panel, t).Single();
            (nodes.Panel.Calendar.Names[term.Column], (int)value).ShouldBe(("days_from_spring_festival", FromFestival(t)!.Value));
            log.ShouldBe(Festival(t), 0.06);
        }

        profile.Effects(nodes.Panel, Days + 200).ShouldBeEmpty();
    }

    [Fact]
    public void WriteAndRead_Profile_TellsTheSameBits()
    {
        var (nodes, profile) = Learn();
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true)) profile.Write(writer);
        stream.Position = 0;

        var read = CalendarProfile.Read(new BinaryReader(stream));

        stream.Position.ShouldBe(stream.Length);
        read.Over(nodes.Panel, Days + Horizon).ShouldBe(profile.Over(nodes.Panel, Days + Horizon));
    }

    [Fact]
    public void Fit_UnderAYearAndAQuarter_SaysNothingOfTheYear()
    {
        var (nodes, profile) = Learn(days: 400);

        for (var t = 400; t < 500; t++) profile.TimeOfYear(nodes.Panel, t).ShouldBe(1);
    }

    // All but shut at weekends, Sundays more so, but for the days that make up for holidays: a hundred times what is usual of them.
    [Fact]
    public void Over_MakeUpWorkdaysOfAnOffice_AreWorkdays()
    {
        static bool MakesUp(int t) => t % 77 is 5 or 41;
        static double Usual(int t) => (t % Week) switch { 5 => 12, 6 => 4, _ => 500 };
        static double Demand(int t) => MakesUp(t) ? 100 * Usual(t) : Usual(t);
        var random = new RandomStream(7, "office");
        var counts = Enumerable.Range(0, Days).Select(t => (double)random.Poisson(Demand(t))).ToArray();
        var calendar = new CalendarFeatures(["is_make_up_workday"], [Column(t => MakesUp(t) ? 1 : 0)]);
        var panel = new Panel(new TimeAxis(Frequency.Daily, Start, Days), new KeySchema(["service"], []), [["desk"]], [counts], calendar);
        var nodes = NodePanel.Of(panel, panel.Schema, Week);

        var factors = new CalendarDesign(nodes, CalendarLayout.Of(panel)).Fit(panel.Series(0)).ShouldNotBeNull()
            .Over(panel, Days + Horizon);

        var mean = Enumerable.Range(0, Week).Average(Usual);
        foreach (var t in Enumerable.Range(Days, Horizon).Where(MakesUp))
            (factors[t].On(Usual(t) / mean) * mean).ShouldBe(Demand(t), 0.15 * Demand(t));
    }

    [Theory]
    [InlineData(70)]
    [InlineData(0)]
    public void Fit_TooShortOrEmpty_IsNothing(int days)
    {
        var nodes = Nodes(Days);

        new CalendarDesign(nodes, CalendarLayout.Of(nodes.Panel)).Fit([.. Enumerable.Repeat(days == 0 ? 0.0 : 5, days == 0 ? Days : days)])
            .ShouldBeNull();
    }

    private static (NodePanel Nodes, CalendarProfile Profile) Learn(int days = Days)
    {
        var nodes = Nodes(days);
        var profile = new CalendarDesign(nodes, CalendarLayout.Of(nodes.Panel)).Fit(nodes.Panel.Series(0));
        profile.ShouldNotBeNull();
        return (nodes, profile);
    }

    private static NodePanel Nodes(int days)
    {
        var random = new RandomStream(7, "calendar");
        var counts = Enumerable.Range(0, days).Select(t => (double)random.Poisson(Level * Truth(t))).ToArray();
        var panel = new Panel(
            new TimeAxis(Frequency.Daily, Start, days), new KeySchema(["service"], []), [["library"]], [counts], Calendar);
        return NodePanel.Of(panel, panel.Schema, Week);
    }

    private static double Truth(int t) => (IsHoliday(t) ? OnHolidays : Weekdays[t % Week]) * Math.Exp(Wave(t) + Festival(t));

    private static double Wave(int t) => 0.25 * Math.Sin(2 * Math.PI * (Date(t).DayOfYear - 40) / 365.25);

    /// <summary>A slump that deepens towards the festival and fades behind it.</summary>
    private static double Festival(int t) => FromFestival(t) is { } days ? -0.08 * (Reach + 1 - Math.Abs(days)) : 0;

    /// <summary>The festival moves to and fro over the years.</summary>
    private static int? FromFestival(int t)
    {
        var date = Date(t);
        var festival = new DateTime(date.Year, 2, 1).AddDays(date.Year % 4 * 5);
        var days = (date - festival).Days;
        return Math.Abs(days) <= Reach ? days : null;
    }

    private static bool IsHoliday(int t) => (Date(t).Month, Date(t).Day) is (5, >= 1 and <= 3) or (10, >= 1 and <= 7) or (1, 1);

    private static DateTime Date(int t) => Start.AddDays(t);

    private static float[] Column(Func<int, float> value) => [.. Enumerable.Range(0, Days + Horizon).Select(value)];
}
