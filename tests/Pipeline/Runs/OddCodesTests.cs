using System.Text.Json;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Tests.Support;

namespace CommunityDemand.Tests.Pipeline.Runs;

[UsesAzurite]
public sealed class OddCodesTests(AzuriteFixture azurite)
{
    private static readonly string[] Communities =
    [
        "a/b", "a\\b", "a#b", "a?b", "a%b", "a%2Fb", "a'b", "a\"b", "a|b", "a~b", "a~002Fb", "A#b", "中 文", "中\u0301", "😀", " x ", "..",
        ".", "current", "all",
        new string('长', 300), new string('/', 300), "a\tb",
    ];

    private static readonly string[] Services = ["all", "basic_living", "s/1", "s|2", "服务'"];

    [Fact]
    public async Task RunAsync_CodesOfAnyText_AreFoundAgainByThem()
    {
        await using var harness = new RunHarness(azurite.NewAccount(), City());
        (await harness.RunAsync()).State.ShouldBe(RunState.Published);

        foreach (var community in Communities)
        {
            foreach (var service in Services)
            {
                foreach (var (table, rows) in new[] { ("Forecasts", 7), ("SupplyDemand", 1) })
                {
                    var found = await ReadAsync(harness, table, community, service);
                    found.ShouldBe(Enumerable.Repeat((community, service), rows), $"{table} of {community} and {service}");
                }
            }
        }
    }

    private static TinyCity City()
    {
        var city = TinyCity.Of(0, communities: 0);
        var random = new Random(3);
        foreach (var community in Communities)
        {
            foreach (var service in Services)
            {
                city.Capacity.Add(new CapacityFact(community, service, TinyCity.FirstDay, 10, null, null, null, null));
                for (var day = 0; day < 70; day++)
                    city.Usage.Add(
                        new UsageFact(community, service, TinyCity.FirstDay.AddDays(day), null, random.Next(5, 20), 0, null, null));
            }
        }

        return city;
    }

    private static async Task<(string, string)[]> ReadAsync(RunHarness harness, string table, string community, string service)
    {
        var query = new Dictionary<string, string> { ["level"] = "community", ["area"] = community, ["service"] = service };
        var answer = await harness.Reader.GetAsync(table, query, null, TestContext.Current.CancellationToken);
        return
        [
            .. JsonSerializer.Deserialize<JsonElement[]>(answer.Body.Span)!
                .Select(row => (row.GetProperty("area").GetString()!, row.GetProperty("service").GetString()!)),
        ];
    }
}
