using System.Globalization;
using System.Text;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Tests.Support;
using CsCheck;

namespace CommunityDemand.Tests.Pipeline.Ingest;

[UsesAzurite]
public sealed class PropertyTests(AzuriteFixture azurite)
{
    private const string Header = "community,service,date,visits,event_id";

    private static readonly Gen<string> Value = Gen.OneOf(
        Gen.OneOf(
            "C1", "C2", "meals", "2025-03-07", "2025/3/8", "5", "1,5", "-1", "NaN", "", " ", "\"", "\"\"", "\"x", "x\"y", "\"a\"b", "e1",
            "e2", "社区", "\u0001", "\r", "\t"),
        Gen.String[Gen.Char["abc\",;\n\r\u00e9社"], 0, 6]);

    private static readonly Gen<string> GoodRow = Gen.Select(
        Gen.OneOf("C1", "C2", "社区3"), Gen.OneOf("meals", "care"), Gen.Int[1, 28], Gen.Int[0, 9], Gen.OneOf("", "e1", "e2", "e3"))
        .Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Item1},{r.Item2},2025-03-{r.Item3:00},{r.Item4},{r.Item5}"));

    private static readonly Gen<string> Row = Gen.Frequency(
        (3, GoodRow), (2, Value.Array[0, 8].Select(values => string.Join(',', values))));

    private static readonly Gen<string> Text = Row.Array[0, 30].Select(rows => Header + "\n" + string.Join('\n', rows));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ingest_AnyText_AccountsForEveryRow()
    {
        await using var host = new IngestHost(azurite);
        var file = 0;
        await Text.SampleAsync(
            async text =>
            {
                var account = await host.IngestAsync($"usage/{Interlocked.Increment(ref file)}.csv", text);

                account.Read.ShouldBe(account.Kept + account.Rejected + account.Duplicates);
                account.Reasons.ByText().Values.Sum().ShouldBe(account.Rejected + account.Duplicates);
            },
            iter: 60,
            threads: 1);
    }

    [Fact]
    public async Task Ingest_AnyOrderAndRepetition_GivesTheSameFacts()
    {
        // Ids are unique to their row, as in life: which file an event is counted from does not matter then.
        var files = Gen.Int[0, 40].Array[0, 12].Array[2, 4];
        await Gen.Select(files, Gen.Shuffle(Enumerable.Range(0, 8).ToArray())).SampleAsync(
            async (contents, order) =>
            {
                await using var inOrder = new IngestHost(azurite);
                await using var shuffled = new IngestHost(azurite);
                for (var i = 0; i < contents.Length; i++)
                {
                    var text = Header
                        + "\n"
                        + string.Join('\n', contents[i].Select(id => $"C{id % 3},meals,2025-03-{1 + (id % 28):00},{id},e{id}"));
                    await inOrder.IngestAsync($"usage/{i}.csv", text);
                    await shuffled.PutAsync($"usage/{i}.csv", text);
                }

                foreach (var i in order) await shuffled.IngestAsync($"usage/{i % contents.Length}.csv");
                await shuffled.SweepAsync();

                (await shuffled.UsageAsync()).ShouldBe(await inOrder.UsageAsync());
                var expected = contents.SelectMany(ids => ids).Distinct().Sum();
                (await shuffled.Facts.ReadUsageAsync(DateOnly.MinValue, DateOnly.MaxValue, Cancel).ToArrayAsync(Cancel)).Sum(f => f.Visits)
                    .ShouldBe(expected);
            },
            iter: 8,
            threads: 1);
    }

    [Fact]
    public async Task Ingest_RandomRowsAgainstAPlainModel_GivesTheSameSums()
    {
        await using var host = new IngestHost(azurite);
        await GoodRow.Array[1, 200].SampleAsync(
            async rows =>
            {
                var model = new Dictionary<string, double>();
                var seen = new HashSet<string>();
                foreach (var row in rows)
                {
                    var cells = row.Split(',');
                    if (cells[4].Length > 0 && !seen.Add(cells[4])) continue;
                    var key = $"{cells[0]}|{cells[1]}|{cells[2]}";
                    model[key] = model.GetValueOrDefault(key) + double.Parse(cells[3], CultureInfo.InvariantCulture);
                }

                await host.IngestAsync("usage/model.csv", Header + "\n" + string.Join('\n', rows));

                var facts = (await host.UsageAsync()).Select(line => line.Split('|'))
                    .ToDictionary(p => $"{p[0]}|{p[1]}|{p[2]}", p => double.Parse(p[4], CultureInfo.InvariantCulture));
                facts.ShouldBe(model, ignoreOrder: true);
            },
            iter: 15,
            threads: 1);
    }
}
