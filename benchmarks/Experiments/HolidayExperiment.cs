using CommunityDemand.Benchmarks.Engines;
using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Protocols;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Experiments;

/// <summary>The four weeks around Spring Festival in the sample city, forecast with and without the calendar's columns.</summary>
internal sealed class HolidayExperiment : IBenchmark
{
    private const int Years = 6;
    private const int DaysBefore = 14;
    private const string With = "ours";
    private const string Without = "ours, no calendar";
    private const string Floor = "floor";

    public string Name => "holidays";

    public string Summary => "the weeks around Spring Festival in the sample city, with and without calendar";

    public async Task<Section> RunAsync(Workbench bench, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var city = await bench.Cities.OfAsync(Years, cancellationToken);
        var festivals = Enumerable.Range(city.Options.End.Year - 2, 3).Select(SpringFestival).Reverse().Take(bench.Origins(3)).ToArray();
        var board = new ScoreBoard(SampleCityBenchmark.Horizon);
        for (var i = 0; i < festivals.Length; i++)
        {
            progress.Report(StepProgress.Of(i, festivals.Length, $"festival {i + 1} of {festivals.Length}"));
            var origin = festivals[i].AddDays(-DaysBefore);
            var trial = await city.AtAsync(origin, SampleCityBenchmark.Horizon, cancellationToken);
            var blind = trial with { Name = $"{trial.Name} without calendar", Known = trial.Known.WithoutCalendar() };
            board.Add(Floor, trial, city.Floor(origin, SampleCityBenchmark.Horizon));
            board.Add(NaiveForecasts.SeasonalNaiveName, trial, NaiveForecasts.SeasonalNaive(trial));
            board.Add(Without, trial, await bench.Ours.OfAsync(blind, cancellationToken));
            board.Add(With, trial, await bench.Ours.OfAsync(trial, cancellationToken));
        }

        var (with, without) = (board[With, Level.Bottom]!, board[Without, Level.Bottom]!);
        return new Section(
            Name,
            "Holidays",
            [
                Goal.AtMost(
                    "RMSE, single series, with calendar", with.Rmse, without.Rmse, $"{Figures.Show(without.Rmse)} (the same without)"),
                Goal.AtMost("RMSE over the floor's, single series", with.Rmse / board[Floor, Level.Bottom]!.Rmse, 1.25, "1 (the floor)"),
            ],
            $"""
            A sample city of {Years} years; origins {DaysBefore} days before the Spring Festivals of
            {string.Join(", ", festivals.Select(day => day.Year).Order())}, 28 days ahead; root mean squared errors, and coverage
            of single series in these weeks.

            {Table(board)}
            {ScoreTables.Methods(board, Level.Bottom)}
            """);
    }

    private static DateOnly SpringFestival(int year) =>
        Enumerable.Range(0, 90).Select(day => new DateOnly(year, 1, 1).AddDays(day))
            .First(day => CityCalendar.China.DaysFromSpringFestival(day) == 0);

    private static string Table(ScoreBoard board)
    {
        var table = new MarkdownTable(["level", .. board.Methods, "with / without"]);
        foreach (var level in board.Levels)
        {
            table.Add(
            [
                level, .. board.Methods.Select(method => Figures.Show(board[method, level]?.Rmse)),
                Figures.Show(board[With, level]?.Rmse / board[Without, level]?.Rmse),
            ]);
        }

        return table.ToString();
    }
}
