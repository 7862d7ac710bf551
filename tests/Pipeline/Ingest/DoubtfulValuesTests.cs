using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class DoubtfulValuesTests(AzuriteFixture azurite)
{
    private const string Header = "community;service;date;visits;staff_hours\n";

    [Fact]
    public async Task Ingest_DatesWhoseOrderNothingTells_AreRejectedEach()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + "C1;meals;3/7/2025;5;\nC1;meals;3/3/2025;6;\n");

        (account.Kept, account.Rejected).ShouldBe((1, 1));
        account.Reasons.ByText().Keys.Single().ShouldContain("the file does not tell which");
    }

    [Fact]
    public async Task Ingest_OneDateThatTellsTheOrder_DecidesForAll()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + "C1;meals;3/7/2025;5;\nC1;meals;25/3/2025;6;\n");

        account.Kept.ShouldBe(2);
        (await host.UsageAsync()).ShouldContain(row => row.StartsWith("C1|meals|2025-07-03|", StringComparison.Ordinal));
        account.Assumptions.Select(assumption => assumption.Code).ShouldContain("reading.day_first");
    }

    [Fact]
    public async Task Ingest_OneNumberThatTellsTheStyle_DecidesForAll()
    {
        await using var host = new IngestHost(azurite);

        var account = await host.IngestAsync("usage/a.csv", Header + "C1;meals;2025-03-01;1.234;12,5\nC1;meals;2025-03-02;2;1,250\n");

        account.Kept.ShouldBe(2);
        (await host.UsageAsync()).ShouldBe(["C1|meals|2025-03-01||1234|0|12.5|0|0", "C1|meals|2025-03-02||2|0|1.25|0|0"]);
        account.Assumptions.Select(assumption => assumption.Code).ShouldContain("reading.comma");
    }
}
