using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Runs;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Pipeline.Publish;

/// <summary>A run's forecasts as Parquet, for other programs and for the comparison with what comes: columns as in table <c>Forecasts</c>.</summary>
internal static class ForecastFile
{
    private const int NodesPerGroup = 1000;

    private static readonly DataField<string> Level = new("Level");
    private static readonly DataField<string> Area = new("Area");
    private static readonly DataField<string> ServiceLevel = new("ServiceLevel");
    private static readonly DataField<string> Service = new("Service");
    private static readonly DateTimeDataField Date = new("Date", DateTimeFormat.Date);
    private static readonly DataField<int> Horizon = new("Horizon");
    private static readonly DataField<double> Mean = new("Mean");
    private static readonly DataField<double> Lower80 = new("Lower80");
    private static readonly DataField<double> Upper80 = new("Upper80");
    private static readonly DataField<double> Lower95 = new("Lower95");
    private static readonly DataField<double> Upper95 = new("Upper95");
    private static readonly DataField<string> Model = new("Model");

    // Files of earlier versions have none: nothing here reads it.
    private static readonly DataField<double> Median = new("Median");

    /// <summary>Path in container <c>forecasts</c>.</summary>
    public static string PathOf(string run) => $"{run}/forecasts.parquet";

    public static async Task WriteAsync(Stream stream, IReadOnlyList<NodeRow> nodes, RunPlan plan, CancellationToken cancellationToken)
    {
        var schema = new ParquetSchema(Level, Area, ServiceLevel, Service, Date, Horizon, Mean, Lower80, Upper80, Lower95, Upper95, Model, Median);
        await using var writer = await ParquetWriter.CreateAsync(schema, stream, cancellationToken: cancellationToken);
        foreach (var chunk in nodes.Chunk(NodesPerGroup))
        {
            using var group = writer.CreateRowGroup();
            T[] Column<T>(Func<NodeRow, int, T> value) => [.. chunk.SelectMany(node => Enumerable.Range(0, plan.Horizon).Select(day => value(node, day)))];
            Task Text(DataField field, Func<NodeRow, string> value) => group.WriteAsync(field, Column((node, _) => value(node)));
            Task Numbers(DataField field, Func<NodeRow, double[]> values) =>
                group.WriteAsync<double>(field, Column((node, day) => values(node)[day]), cancellationToken: cancellationToken);

            await Text(Level, node => node.Level.Code());
            await Text(Area, node => node.Area);
            await Text(ServiceLevel, node => node.Scope.Level);
            await Text(Service, node => node.Scope.Code);
            await group.WriteAsync<DateTime>(Date, Column((_, day) => RunRecord.Day(plan.Origin.AddDays(day + 1)).UtcDateTime), cancellationToken: cancellationToken);
            await group.WriteAsync<int>(Horizon, Column((_, day) => day + 1), cancellationToken: cancellationToken);
            await Numbers(Mean, node => node.Forecast.Mean);
            await Numbers(Lower80, node => node.Forecast.Lower80);
            await Numbers(Upper80, node => node.Forecast.Upper80);
            await Numbers(Lower95, node => node.Forecast.Lower95);
            await Numbers(Upper95, node => node.Forecast.Upper95);
            await Text(Model, node => node.Forecast.Model);
            await Numbers(Median, node => node.Forecast.Median);
            group.CompleteValidate();
        }
    }

    /// <summary>Reads what <see cref="WriteAsync"/> wrote, a row group at a time.</summary>
    public static async IAsyncEnumerable<ForecastPoint> ReadAsync(
        Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellationToken);
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var count = (int)group.RowCount;
            async Task<string[]> Text(DataField field)
            {
                var values = new string[count];
                await group.ReadAsync(reader.Schema.FindDataField(field.Name), values, cancellationToken: cancellationToken);
                return values;
            }

            async Task<T[]> Values<T>(DataField field)
                where T : struct
            {
                var values = new T[count];
                await group.ReadAsync<T>(reader.Schema.FindDataField(field.Name), values.AsMemory(), cancellationToken: cancellationToken);
                return values;
            }

            var (level, area, serviceLevel, service) = (await Text(Level), await Text(Area), await Text(ServiceLevel), await Text(Service));
            var (date, horizon, mean) = (await Values<DateTime>(Date), await Values<int>(Horizon), await Values<double>(Mean));
            var (lower80, upper80) = (await Values<double>(Lower80), await Values<double>(Upper80));
            var (lower95, upper95) = (await Values<double>(Lower95), await Values<double>(Upper95));
            for (var i = 0; i < count; i++)
            {
                yield return new ForecastPoint(
                    level[i], area[i], new ServiceScope(serviceLevel[i], service[i]), DateOnly.FromDateTime(date[i]), horizon[i],
                    mean[i], lower80[i], upper80[i], lower95[i], upper95[i]);
            }
        }
    }
}

/// <summary>One forecast of one day, as a forecast file has it.</summary>
internal readonly record struct ForecastPoint(
    string Level, string Area, ServiceScope Scope, DateOnly Date, int Horizon, double Mean, double Lower80, double Upper80, double Lower95, double Upper95);
