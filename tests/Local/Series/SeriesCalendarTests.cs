using System.Globalization;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Series;

/// <summary>Visits of 100 a day, of which none come on holidays: a forecast that knows the calendar says so in advance.</summary>
public sealed class SeriesCalendarTests : IDisposable
{
    private static readonly DateOnly First = new(2023, 1, 2);
    private static readonly DateOnly Last = new(2025, 6, 29);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("series-calendar-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Forecast_HolidaysOfACountry_FallsOnTheHolidayToCome()
    {
        var calendar = new CityCalendar(HolidayRules.For("US"));
        var input = Write("in.csv", Rows(day => calendar[day].Kind == DayKind.Holiday));

        var plain = await MeansAsync(input);
        var told = await MeansAsync(input, "--holidays", "us");

        plain[new DateOnly(2025, 7, 4)].ShouldBeGreaterThan(80);
        told[new DateOnly(2025, 7, 4)].ShouldBeLessThan(35);
        told[new DateOnly(2025, 7, 8)].ShouldBeInRange(90, 110);
    }

    [Theory]
    [InlineData("date,kind,name\n", ",", "yyyy-MM-dd")]
    [InlineData("日期;日期类型;名称\n", ";", "dd.MM.yyyy")]
    public async Task Forecast_CalendarFile_FallsOnItsDays(string header, string separator, string format)
    {
        // Days of any part of the month, so that the column tells their order.
        bool IsFair(DateOnly day) => (new DateOnly(2025, 7, 9).DayNumber - day.DayNumber) % 29 == 0;
        var days = Days(Last.AddDays(14)).Where(IsFair)
            .Select(day => string.Join(separator, day.ToString(format, CultureInfo.InvariantCulture), "holiday", "Fair"));
        var calendar = Write("fair.csv", header + string.Join('\n', days) + "\n");

        var told = await MeansAsync(Write("in.csv", Rows(IsFair)), "--calendar", calendar);

        told[new DateOnly(2025, 7, 9)].ShouldBeLessThan(35);
        told[new DateOnly(2025, 7, 10)].ShouldBeInRange(90, 110);
    }

    [Theory]
    [InlineData("date,kind,name\n2025-01-01,holiday,New\n2025-02-30,holiday,No day\n", "line 3", "'2025-02-30'", "write days like")]
    [InlineData("date,kind,name\n2025-01-01,closed,x\n", "line 2", "column kind", "holiday")]
    [InlineData("date,kind,name\n3/4/2025,holiday,x\n", "line 2", "3/4/2025", "write days like")]
    [InlineData("date,kind,community\n2025-01-01,holiday,C1\n", "line 2", "one community", "leave")]
    [InlineData("day of rest,name\n2025-01-01,x\n", "date", "day of rest", "")]
    [InlineData("", "empty", "", "")]
    public async Task Forecast_BadCalendar_NamesFilePlaceAndRemedy(string text, string place, string what, string remedy)
    {
        var (exit, _, error) = await RunAsync(Write("in.csv", Rows(_ => false)), "--calendar", Write("bad.csv", text));

        exit.ShouldBe(ExitCode.UserError, error);
        error.ShouldContain("bad.csv");
        error.ShouldContain(place);
        error.ShouldContain(what);
        error.ShouldContain(remedy);
        File.Exists(Output).ShouldBeFalse();
    }

    [Fact]
    public async Task Forecast_CalendarThatEndsEarly_SaysSo()
    {
        var (exit, _, error) = await RunAsync(
            Write("in.csv", Rows(_ => false)), "--calendar", Write("days.csv", "date,kind,name\n2025-01-01,holiday,New Year\n"));

        exit.ShouldBe(ExitCode.Success, error);
        error.ShouldContain("days.csv: the last day is 2025-01-01; later days up to 2025-07-13 count as ordinary ones.");
    }

    [Theory]
    [InlineData("--holidays", "XX", "'XX' is none of")]
    [InlineData("--calendar", "nowhere.csv", "there is no such file (--calendar)")]
    public async Task Forecast_UnknownCalendar_SaysWhatIsAllowed(string option, string value, string message)
    {
        var (exit, _, error) = await RunAsync(Write("in.csv", Rows(_ => false)), option, value);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain(message);
    }

    private string Output => Path.Combine(_folder.FullName, "out.csv");

    private async Task<Dictionary<DateOnly, double>> MeansAsync(string input, params string[] options)
    {
        var (exit, _, error) = await RunAsync(input, options);
        exit.ShouldBe(ExitCode.Success, error);
        return (await File.ReadAllLinesAsync(Output, TestContext.Current.CancellationToken)).Skip(1).Select(line => line.Split(','))
            .ToDictionary(
                row => DateOnly.Parse(row[2], CultureInfo.InvariantCulture), row => double.Parse(row[4], CultureInfo.InvariantCulture));
    }

    private Task<(int Exit, string Output, string Error)> RunAsync(string input, params string[] options) => CommandRun.RunAsync(
    [
        "forecast", "--input", input, "--date", "date", "--value", "visits", "--keys", "place", "--frequency", "daily", "--horizon", "14",
        "--output", Output, .. options,
    ]);

    private static string Rows(Func<DateOnly, bool> isHoliday) =>
        "date,place,visits\n" + string.Concat(Days(Last).Select(day => $"{day:yyyy-MM-dd},here,{(isHoliday(day) ? 0 : 100)}\n"));

    private static IEnumerable<DateOnly> Days(DateOnly last) =>
        Enumerable.Range(0, last.DayNumber - First.DayNumber + 1).Select(First.AddDays);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
