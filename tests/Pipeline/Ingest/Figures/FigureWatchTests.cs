using CommunityDemand.Domain.Messages;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Datasets.Schemas;
using CommunityDemand.Pipeline.Ingest.Figures;
using CommunityDemand.Tests.Support;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Ingest.Figures;

public sealed class FigureWatchTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Theory]
    [InlineData(20260302)]
    [InlineData(1_000_000)]
    [InlineData(1234)]
    public void Doubts_OneFigureFarFromAllOthers_IsToldWithItsPlaceAndTheUsualSize(double figure)
    {
        var figures = Enumerable.Range(0, 60).Select(day => day == 40 ? figure : 11 + (day % 8)).ToArray();

        var told = Doubts(figures).Text();

        told.ShouldContain($"{figure} in line 42 (C1, library), where about 13 is usual");
        told.ShouldContain("upload the file again");
    }

    [Fact]
    public void Doubts_OneFarFigureOfFewRowsEach_IsComparedWithItsService()
    {
        var watch = new FigureWatch();
        for (var i = 0; i < 12; i++) watch.Add(Row($"C{i}", First, i == 5 ? 20260302 : 10 + i), null, i + 2);

        watch.Doubts().Text().ShouldContain("20260302 in line 7 (C5, library)");
    }

    [Theory]
    [InlineData(8)]
    [InlineData(20)]
    public void Doubts_EventDay_IsNotTold(int times) =>
        Doubts([.. Enumerable.Range(0, 100).Select(day => (day == 40 ? times : 1) * (10.0 + (day % 9)))]).ShouldBeEmpty();

    [Fact]
    public void Doubts_ManyLargeFigures_AreNotFar() =>
        Doubts([.. Enumerable.Range(0, 100).Select(day => day % 5 == 0 ? 5000 : day % 7 / 2.0)]).ShouldBeEmpty();

    [Fact]
    public void Doubts_OneFarFigureOfFewRows_IsTold() =>
        Doubts([12, 15, 1_000_000, 14]).Text().ShouldContain("1000000 in line 4 (C1, library)");

    [Fact]
    public void Doubts_FewFiguresOfServicesOfSeveralSizes_AreNotTold() => Doubts([12, 15, 4_000, 60, 9]).ShouldBeEmpty();

    [Fact]
    public void Doubts_ColumnOfSpreadsheetDates_IsTold() =>
        Doubts([.. Enumerable.Range(0, 20).Select(day => 46023.0 + day)]).ShouldHaveSingleItem().Code.ShouldBe("doubt.figures_are_dates");

    [Fact]
    public void Doubts_ColumnOfIds_IsTold() =>
        Doubts([.. Enumerable.Range(0, 20).Select(row => 500_100.0 + row)]).ShouldHaveSingleItem().Code.ShouldBe("doubt.figures_are_ids");

    [Theory]
    [InlineData(31, "doubt.running_month")]
    [InlineData(120, "doubt.running_month")]
    public void Doubts_TotalsSinceTheFirstOfTheMonth_AreTold(int days, string code) =>
        Doubts(Running(days, day => day.Day == 1)).ShouldHaveSingleItem().Code.ShouldBe(code);

    [Theory]
    [InlineData(90)]
    [InlineData(500)]
    public void Doubts_TotalsSinceTheFirstOfTheYear_AreTold(int days) =>
        Doubts(Running(days, day => day.DayOfYear == 1)).ShouldHaveSingleItem().Code.ShouldBe("doubt.running_year");

    [Fact]
    public void Doubts_TotalsOfMonthsSinceJanuary_AreTold()
    {
        var watch = new FigureWatch();
        for (var month = 0; month < 12; month++) watch.Add(Row("C1", First.AddMonths(month), 100 * (month + 1)), null, month + 2);

        watch.Doubts().ShouldHaveSingleItem().Code.ShouldBe("doubt.running_year");
    }

    [Fact]
    public void Doubts_RunningTotalsNewestFirst_AreTold()
    {
        var figures = Running(90, day => day.Day == 1);
        var watch = new FigureWatch();
        for (var day = figures.Length - 1; day >= 0; day--) watch.Add(Row("C1", First.AddDays(day), figures[day]), null, day + 2);

        watch.Doubts().ShouldHaveSingleItem().Code.ShouldBe("doubt.running_month");
    }

    [Fact]
    public void Doubts_OneBranchOfRunningTotalsAmongOthers_IsTold()
    {
        var (watch, running) = (new FigureWatch(), Running(90, day => day.Day == 1));
        for (var day = 0; day < 90; day++)
        {
            for (var branch = 0; branch < 9; branch++) watch.Add(Row($"C{branch}", First.AddDays(day), 20 + (day * 7 % 11)), null, 1);
            watch.Add(Row("C9", First.AddDays(day), running[day]), null, 1);
        }

        watch.Doubts().Text().ShouldContain("(C9, library)");
    }

    // Poisson series of every size that grow by up to 3% a day or fall, with an event of 8 times the visits: of 20,000 none was told, and
    // of 3,000 here none is.
    [Fact]
    public void Doubts_HonestSeries_AreNotTold() =>
        Gen.Select(Gen.Double[-1, 4.3], Gen.Double[-0.02, 0.05], Gen.Int[20, 120], Gen.Int[1, int.MaxValue]).Sample(
            (size, growth, days, seed) =>
            {
                var figures = Poisson.Growing(Math.Pow(10, size), growth, days, seed);
                if (seed % 2 == 0) figures[days / 2] *= 8;
                return !Doubts(figures).Any();
            },
            iter: 3_000);

    private static double[] Running(int days, Func<DateOnly, bool> isReset)
    {
        var (figures, sum) = (new double[days], 0.0);
        for (var day = 0; day < days; day++)
        {
            if (isReset(First.AddDays(day))) sum = 0;
            figures[day] = sum += day % 7 == 6 ? 0 : 10 + (day * 5 % 7);
        }

        return figures;
    }

    private static IReadOnlyList<Message> Doubts(double[] figures)
    {
        var watch = new FigureWatch();
        for (var day = 0; day < figures.Length; day++) watch.Add(Row("C1", First.AddDays(day), figures[day]), null, day + 2);
        return [.. watch.Doubts()];
    }

    private static Cell[] Row(string community, DateOnly day, double visits)
    {
        var row = new Cell[UsageFact.Schema.Columns.Length];
        Array.Fill(row, Cell.Missing);
        row[UsageCells.Community] = Cell.Of(string.Intern(community));
        row[UsageCells.Service] = Cell.Of("library");
        row[UsageCells.Date] = Cell.Of(day);
        row[UsageCells.Visits] = Cell.Of(visits);
        return row;
    }
}
