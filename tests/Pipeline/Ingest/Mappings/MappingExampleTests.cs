using System.Globalization;
using System.Text;
using CommunityDemand.Pipeline.Ledger;
using CommunityDemand.Tests.Pipeline.Ingest.Formats.Workbooks;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest.Mappings;

/// <summary>The worked examples of docs/mappings.md give the facts that the document shows.</summary>
[UsesAzurite]
public sealed class MappingExampleTests(AzuriteFixture azurite) : IAsyncDisposable
{
    private readonly IngestHost _host = new(azurite);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Example_Requests_GivesItsFacts()
    {
        var account = await IngestAsync("Requests of a 311 line", "usage/requests.csv");

        (account.Kept, account.Rejected, account.Duplicates).ShouldBe((2, 2, 1));
        await CheckUsageAsync("Requests of a 311 line");
    }

    [Fact]
    public async Task Example_VisitorsByMonth_GivesItsFacts()
    {
        const string Title = "Visitors by month, wide";
        await _host.PutMappingAsync("branches.csv", Encoding.UTF8.GetBytes(MappingDocs.Block(Title, "lookup")));
        var account = await IngestAsync(Title, "participation/library-visitors-2025.csv");

        (account.Read, account.Kept).ShouldBe((5, 5));
        account.Assumptions.Select(one => one.Text()).ShouldContain("1 empty cells of columns that became rows are no rows.");
        Check(
            Title,
            (await _host.Facts.ReadParticipationAsync(Cancel)).Select(fact =>
                string.Create(
                    CultureInfo.InvariantCulture, $"{fact.Community}|{fact.Channel}|{fact.Date:yyyy-MM-dd}|{fact.Participants}")));
    }

    [Fact]
    public async Task Example_ClinicVisits_GivesItsFacts()
    {
        var account = await IngestAsync(
            "Clinic visits with totals", "usage/ambulanz-2025-03.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252));

        (account.Kept, account.Rejected, account.Duplicates).ShouldBe((3, 0, 2));
        await CheckUsageAsync("Clinic visits with totals");
    }

    [Fact]
    public async Task Example_Survey_GivesItsFacts()
    {
        await IngestAsync("A survey", "feedback/survey-2025.csv");

        var facts = await _host.Facts.ReadFeedbackAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToListAsync(Cancel);
        Check("A survey", facts.Select(fact =>
            $"{fact.Community}|{fact.Date:yyyy-MM-dd}|{fact.Content}|{fact.Efficiency}|{fact.Complaint}|{fact.Comment}"));
    }

    [Fact]
    public async Task Example_CountersByHour_GivesItsFacts()
    {
        var account = await IngestAsync("Counters by hour", "usage/counters-north.csv");

        account.Rejected.ShouldBe(0);
        await CheckUsageAsync("Counters by hour");
    }

    [Fact]
    public async Task Example_WorkbookOfMonths_GivesItsFacts()
    {
        const string Title = "A workbook of months";
        string[] header = ["Day", "Meals", "Day care", "Remarks"];
        var book = new BookMaker()
            .Sheet("Jan 2025", BookMaker.Rows(header, ["1", "40", "12", ""], ["2", "38", "", "snow"]))
            .Sheet("Feb 2025", BookMaker.Rows(header, ["1", "41", "", ""]));

        await PutMappingAsync(Title);
        (await _host.IngestAsync("usage/centre-2025.xlsx", book.Make())).Kept.ShouldBe(4);

        await CheckUsageAsync(Title);
    }

    private async Task<UploadAccount> IngestAsync(string title, string path, Encoding? encoding = null)
    {
        await PutMappingAsync(title);
        return await _host.IngestAsync(path, (encoding ?? Encoding.UTF8).GetBytes(MappingDocs.Block(title, "csv")));
    }

    private Task PutMappingAsync(string title) =>
        _host.PutMappingAsync("example.json", Encoding.UTF8.GetBytes(MappingDocs.Block(title, "json")));

    private async Task CheckUsageAsync(string title)
    {
        var facts = await _host.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToListAsync(Cancel);
        Check(title, facts.Select(fact => string.Create(
            CultureInfo.InvariantCulture, $"{fact.Community}|{fact.Service}|{fact.Date:yyyy-MM-dd}|{fact.Group}|{fact.Visits}")));
    }

    private static void Check(string title, IEnumerable<string> facts) =>
        facts.Order(StringComparer.Ordinal).ShouldBe(MappingDocs.Block(title, "facts").Split('\n', StringSplitOptions.RemoveEmptyEntries));
}
