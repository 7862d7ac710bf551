using CommunityDemand.Domain.Geography;
using CommunityDemand.Models.Forecasts;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Pipeline.Publish;
using CommunityDemand.Pipeline.Runs;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Tests.Pipeline.Publish;

public sealed class ForecastFileTests
{
    private static readonly DateOnly Origin = new(2025, 3, 1);

    private static readonly NodeRow Node = new(
        AreaLevel.City, "Tiny", ServiceScope.All, new NodeForecast(new Node(Level.Total, []), [5, 6], [4, 5], [2, 3], [8, 9], [1, 2], [10, 11], "ets", "Mondays +9%"));

    [Fact]
    public async Task WriteAndRead_Nodes_KeepsMeansAndBoundsAndHoldsTheMedian()
    {
        using var stream = new MemoryStream();
        await ForecastFile.WriteAsync(stream, [Node], new RunPlan("r", Origin, 2, null!, null, "Tiny", [], new Dictionary<string, string>(), [], []), Token);

        (await ReadAsync(stream)).ShouldBe([
            new ForecastPoint("city", "Tiny", ServiceScope.All, Origin.AddDays(1), 1, 5, 2, 8, 1, 10),
            new ForecastPoint("city", "Tiny", ServiceScope.All, Origin.AddDays(2), 2, 6, 3, 9, 2, 11),
        ]);
        stream.Position = 0;
        await using var reader = await ParquetReader.CreateAsync(stream, leaveStreamOpen: true, cancellationToken: Token);
        using var group = reader.OpenRowGroupReader(0);
        var medians = new double[2];
        await group.ReadAsync<double>(reader.Schema.FindDataField("Median"), medians.AsMemory(), cancellationToken: Token);
        medians.ShouldBe([4, 5]);
    }

    [Fact]
    public async Task Read_FileOfAVersionWithoutMedians_GivesItsForecasts()
    {
        var texts = new[] { "Level", "Area", "ServiceLevel", "Service", "Model" }.Select(name => new DataField<string>(name)).ToArray();
        var numbers = new[] { "Mean", "Lower80", "Upper80", "Lower95", "Upper95" }.Select(name => new DataField<double>(name)).ToArray();
        var (date, horizon) = (new DateTimeDataField("Date", DateTimeFormat.Date), new DataField<int>("Horizon"));
        DataField[] fields = [.. texts[..4], date, horizon, .. numbers, texts[4]];
        using var stream = new MemoryStream();
        await using (var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, cancellationToken: Token))
        {
            using var group = writer.CreateRowGroup();
            foreach (var (field, text) in texts.Zip(["city", "Tiny", "all", "all"])) await group.WriteAsync(field, [text]);
            await group.WriteAsync<DateTime>(date, new[] { new DateTime(2025, 3, 2, 0, 0, 0, DateTimeKind.Utc) }, cancellationToken: Token);
            await group.WriteAsync<int>(horizon, new[] { 1 }, cancellationToken: Token);
            foreach (var (field, number) in numbers.Zip([5.0, 2, 8, 1, 10])) await group.WriteAsync<double>(field, new[] { number }, cancellationToken: Token);
            await group.WriteAsync(texts[4], ["ets"]);
            group.CompleteValidate();
        }

        (await ReadAsync(stream)).ShouldBe([new ForecastPoint("city", "Tiny", ServiceScope.All, Origin.AddDays(1), 1, 5, 2, 8, 1, 10)]);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static async Task<List<ForecastPoint>> ReadAsync(MemoryStream stream)
    {
        using var copy = new MemoryStream(stream.ToArray());
        var points = new List<ForecastPoint>();
        await foreach (var point in ForecastFile.ReadAsync(copy, Token)) points.Add(point);
        return points;
    }
}
