using System.Globalization;
using CommunityDemand.Local.Commands;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Local.Series;

/// <summary>Visits of 100 a day at each place, which campaigns double: the file says when, also over the horizon.</summary>
public sealed class KnownAheadColumnsTests : IDisposable
{
    private const int Places = 12;
    private const int Days = 300;
    private const int Horizon = 14;

    private static readonly DateOnly First = new(2024, 1, 1);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("known-ahead-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    [Slow]
    public async Task Forecast_ColumnKnownAhead_FollowsTheDaysToCome()
    {
        var output = Path.Combine(_folder.FullName, "out.csv");

        var (exit, _, error) = await RunAsync("forecast", Write(Rows(Days + Horizon)), output);

        exit.ShouldBe(ExitCode.Success, error);
        var rows = (await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken)).Skip(1)
            .Select(line => line.Split(',')).ToArray();
        rows.Length.ShouldBe(Places * Horizon);
        rows[0][2].ShouldBe("2024-10-27");
        var byCampaign = rows.ToLookup(
            row => IsCampaign(int.Parse(row[1][1..], CultureInfo.InvariantCulture), Day(row[2])),
            row => double.Parse(row[4], CultureInfo.InvariantCulture));
        byCampaign[true].Average().ShouldBeGreaterThan(1.6 * byCampaign[false].Average());
    }

    [Fact]
    public async Task Forecast_HorizonWithoutAValue_NamesSeriesDayAndRemedy()
    {
        var output = Path.Combine(_folder.FullName, "out.csv");

        var (exit, _, error) = await RunAsync("forecast", Write(Rows(Days + Horizon - 1)), output);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain("column campaign has no value for p0 at 2024-11-09");
        error.ShouldContain("2024-10-27 to 2024-11-09");
        error.ShouldContain("Add such rows");
        File.Exists(output).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--with needs --value", "--with", "campaign")]
    [InlineData("--with names 'place', which is", "--value", "visits", "--with", "place")]
    [InlineData("--with names a column twice", "--value", "visits", "--with", "campaign,campaign")]
    [InlineData("no column 'price' (--with)", "--value", "visits", "--with", "price")]
    [InlineData("line 2: column note: 'fine' is not a number", "--value", "visits", "--with", "note")]
    public async Task Forecast_BadColumn_IsRefused(string reason, params string[] options)
    {
        var (exit, _, error) = await CommandRun.RunAsync([
            "forecast", "--input", Write(Rows(10)), "--date", "date", "--keys", "place", "--frequency", "daily", "--horizon", "1",
            "--output", Path.Combine(_folder.FullName, "out.csv"), .. options]);

        exit.ShouldBe(ExitCode.UserError);
        error.ShouldContain(reason);
    }

    private static async Task<(int Exit, string Printed, string Error)> RunAsync(string command, string input, string output) =>
        await CommandRun.RunAsync(
            command, "--input", input, "--date", "date", "--value", "visits", "--keys", "place", "--with", "campaign", "--frequency",
            "daily", "--horizon", $"{Horizon}", "--output", output);

    private static string Rows(int days)
    {
        var random = new Random(3);
        return "date,place,visits,campaign,note\n" + string.Concat(
            from day in Enumerable.Range(0, days)
            from place in Enumerable.Range(0, Places)
            let date = First.AddDays(day)
            let campaign = IsCampaign(place, date)
            let visits = day < Days ? $"{(campaign ? 200 : 100) + random.Next(10)}" : ""
            select $"{date:yyyy-MM-dd},p{place},{visits},{(campaign ? 1 : 0)},fine\n");
    }

    private static bool IsCampaign(int place, DateOnly day) => (((day.DayNumber * 31) + (place * 17)) * 7919 % 97) < 14;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Write(string text)
    {
        var path = Path.Combine(_folder.FullName, "in.csv");
        File.WriteAllText(path, text);
        return path;
    }
}
