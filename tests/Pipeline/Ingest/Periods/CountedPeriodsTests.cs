using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Periods;

/// <summary>Files whose figures stand for weeks, months and quarters.</summary>
[UsesAzurite]
public sealed class CountedPeriodsTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits\n";
    private const string Months = Header + "c1,library,2025-01-01,310\nc1,library,2025-02-01,280\nc2,library,2025-03-01,355\n";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_FirstDaysOfMonths_AreMonthsAndTold()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/months.csv", Months);

        (account.Kept, account.Rejected).ShouldBe((3, 0));
        account.Assumptions.ShouldHaveSingleItem().Text().ShouldStartWith(
            "The 3 dates of column date are the first days of a month each, so that a figure counts for its whole month.");
        (await FactsAsync(host)).ShouldAllBe(fact => fact.Period == Frequency.Monthly);
        (await host.Facts.GetDemandAsync(Cancel)).ShouldBe(new Dictionary<Frequency, double> { [Frequency.Monthly] = 945 });
        (await host.Facts.ReadReportedDaysAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToArrayAsync(Cancel))
            .ShouldAllBe(day => day.Period == Frequency.Monthly);
    }

    [Fact]
    public async Task Ingest_LastDaysOfMonths_CountOnTheFirstDay()
    {
        await using var host = new IngestHost(azurite);

        await host.IngestAsync("usage/months.csv",
            Header + "c1,library,2025-01-31,3\nc1,library,2025-02-28,2\nc1,library,2025-03-31,5\n");

        (await FactsAsync(host)).Select(fact => fact.Date)
            .ShouldBe([new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 1), new DateOnly(2025, 3, 1)]);
    }

    [Fact]
    public async Task Ingest_MondaysOfAMonth_AreWeeks()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync(
            "usage/weeks.csv",
            Header + "c1,library,2025-01-06,3\nc1,library,2025-01-13,2\nc1,library,2025-01-20,5\nc1,library,2025-01-27,4\n");

        account.Assumptions.ShouldHaveSingleItem().Text().ShouldStartWith("The 4 dates of column date are seven days apart");
        (await FactsAsync(host)).ShouldAllBe(fact => fact.Period == Frequency.Weekly);
    }

    [Fact]
    public async Task Ingest_ColumnPeriod_SaysThePeriodOfEachRow()
    {
        await using var host = new IngestHost(azurite);

        await host.IngestAsync(
            "usage/mixed.csv",
            "community,service,date,visits,period\nc1,library,2025-01-15,3,month\n"
                + "c1,library,2025-01-15,2,\nc1,library,2025-02-15,5,月\n");

        (await FactsAsync(host)).Select(fact => (fact.Date.Day, fact.Period, fact.Visits)).ShouldBe(
            [(1, Frequency.Monthly, 3), (15, Frequency.Daily, 2), (1, Frequency.Monthly, 5)]);
        (await host.Facts.GetDemandAsync(Cancel))
            .ShouldBe(new Dictionary<Frequency, double> { [Frequency.Daily] = 2, [Frequency.Monthly] = 8 });
        (await host.Facts.ReadReportedDaysAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToArrayAsync(Cancel))
            .Count(day => day.Period == Frequency.Daily).ShouldBe(1);
    }

    [Theory]
    [InlineData("month", "2025-03", "2025-03-01", Frequency.Monthly)]
    [InlineData("month", "2025-03-31", "2025-03-01", Frequency.Monthly)]
    [InlineData("week", "2025-W10", "2025-03-03", Frequency.Weekly)]
    [InlineData("quarter", "2025Q1", "2025-01-01", Frequency.Quarterly)]
    [InlineData("day", "2025-03-01", "2025-03-01", Frequency.Daily)]
    public async Task Ingest_PeriodOfAMapping_IsThatOfTheFacts(string period, string date, string day, Frequency counted)
    {
        await using var host = new IngestHost(azurite);
        await host.PutMappingAsync("m.mapping.json", Mapping("usage", period));

        var account = await host.IngestAsync("usage/office.csv", $"place,svc,when,n\nc1,library,{date},30\n");

        account.Kept.ShouldBe(1, string.Join(';', account.Reasons));
        account.Assumptions.ShouldBeEmpty();
        var fact = (await FactsAsync(host)).ShouldHaveSingleItem();
        (fact.Date.ToString("O"), fact.Period).ShouldBe((day, counted));
    }

    [Fact]
    public async Task Ingest_DaysOfAMappingOnFirstDays_StayDays()
    {
        await using var host = new IngestHost(azurite);
        await host.PutMappingAsync("m.mapping.json", Mapping("usage", "day"));

        await host.IngestAsync(
            "usage/office.csv", "place,svc,when,n\nc1,library,2025-01-01,3\nc1,library,2025-02-01,3\nc1,library,2025-03-01,3\n");

        (await FactsAsync(host)).ShouldAllBe(fact => fact.Period == Frequency.Daily);
    }

    [Fact]
    public async Task Ingest_SameMonthInTwoFiles_IsHeld()
    {
        await using var host = new IngestHost(azurite);
        var year = Header + string.Concat(
            Enumerable.Range(0, 24).Select(i => $"c{i % 2},library,{new DateOnly(2024, 1, 1).AddMonths(i / 2):O},{100 + i}\n"));
        await host.IngestAsync("usage/a.csv", year);

        (await host.IngestAsync("usage/b.csv", year + "c0,library,2025-01-01,90\n")).Status.ShouldBe(UploadStatus.Held);
    }

    [Fact]
    public async Task Ingest_AnswersByMonth_CountOnTheFirstDay()
    {
        await using var host = new IngestHost(azurite);
        await host.PutMappingAsync("f.mapping.json", System.Text.Encoding.UTF8.GetBytes(
            """{"dataset":"feedback","match":{"headers":["place"]}, """
            + """ "columns":{"community":"place","date":"when","content":"n"},"period":"month"}"""));

        (await host.IngestAsync("feedback/office.csv", "place,when,n\nc1,2025-03,4\n")).Kept.ShouldBe(1);

        (await host.Facts.ReadFeedbackAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToArrayAsync(Cancel))
            .ShouldHaveSingleItem().Date.ShouldBe(new DateOnly(2025, 3, 1));
    }

    private static byte[] Mapping(string dataset, string period) => System.Text.Encoding.UTF8.GetBytes(
        $$$"""
        {"dataset":"{{{dataset}}}","match":{"headers":["place"]},"period":"{{{period}}}",
         "columns":{"community":"place","service":"svc","date":"when","visits":"n"}}
        """);

    private static async Task<UsageFact[]> FactsAsync(IngestHost host) =>
        await host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToArrayAsync(Cancel);
}
