using CommunityDemand.Domain.Geography;
using CommunityDemand.Pipeline.Plans;
using CommunityDemand.Pipeline.Tables;
using Parquet;
using Parquet.Schema;

namespace CommunityDemand.Pipeline.Publishing;

/// <summary>
/// Forecasts of a run as Parquet, for other programs and for the comparison with actual demand. Columns are those of table
/// <c>Forecasts</c>.
/// </summary>
internal static class ForecastFile
{
    private const int NodesPerGroup = 1000;

    private const string Level = nameof(RowPlace.Level);
    private const string Area = nameof(RowPlace.Area);
    private const string ServiceLevel = nameof(RowPlace.ServiceLevel);
    private const string Service = nameof(RowPlace.Service);
    private const string Date = nameof(ForecastsRow.Date);
    private const string Horizon = nameof(ForecastsRow.Horizon);
    private const string Mean = nameof(ForecastsRow.Mean);
    private const string Lower80 = nameof(ForecastsRow.Lower80);
    private const string Upper80 = nameof(ForecastsRow.Upper80);
    private const string Lower95 = nameof(ForecastsRow.Lower95);
    private const string Upper95 = nameof(ForecastsRow.Upper95);
    private const string Model = nameof(ForecastsRow.Model);

    // Optional: files of earlier versions have no medians, and no code here reads them.
    private const string Median = nameof(ForecastsRow.Median);

    /// <summary>Path in container <c>forecasts</c>.</summary>
    public static string PathOf(string run) => $"{run}/forecasts.parquet";

    public static async Task WriteAsync(Stream stream, IReadOnlyList<NodeRow> nodes, RunPlan plan, CancellationToken cancellationToken)
    {
        var schema = Schema();
        var periods = plan.Periods;
        await using var writer = await ParquetWriter.CreateAsync(schema, stream, cancellationToken: cancellationToken);
        foreach (var chunk in nodes.Chunk(NodesPerGroup))
        {
            using var group = writer.CreateRowGroup();
            T[] Column<T>(Func<NodeRow, int, T> value) =>
                [.. chunk.SelectMany(node => Enumerable.Range(0, plan.Horizon).Select(day => value(node, day)))];
            Task Text(string field, Func<NodeRow, string> value) =>
                group.WriteAsync(schema.FindDataField(field), Column((node, _) => value(node)));
            Task Numbers(string field, Func<NodeRow, double[]> values) =>
                group.WriteAsync<double>(
                    schema.FindDataField(field), Column((node, day) => values(node)[day]), cancellationToken: cancellationToken);

            await Text(Level, node => node.Level.Code());
            await Text(Area, node => node.Area);
            await Text(ServiceLevel, node => node.Scope.Level);
            await Text(Service, node => node.Scope.Code);
            await group.WriteAsync<DateTime>(
                schema.FindDataField(Date), Column((_, day) => StorageDay.Of(periods[day]).UtcDateTime),
                cancellationToken: cancellationToken);
            await group.WriteAsync<int>(schema.FindDataField(Horizon), Column((_, day) => day + 1), cancellationToken: cancellationToken);
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

    // Created for each file: a schema changes its fields, and runs may be published concurrently.
    private static ParquetSchema Schema() => new(
        new DataField<string>(Level),
        new DataField<string>(Area),
        new DataField<string>(ServiceLevel),
        new DataField<string>(Service),
        new DateTimeDataField(Date, DateTimeFormat.Date),
        new DataField<int>(Horizon),
        new DataField<double>(Mean),
        new DataField<double>(Lower80),
        new DataField<double>(Upper80),
        new DataField<double>(Lower95),
        new DataField<double>(Upper95),
        new DataField<string>(Model),
        new DataField<double>(Median));

    /// <summary>Reads a file of <see cref="WriteAsync"/>, one row group at a time.</summary>
    public static async IAsyncEnumerable<ForecastPoint> ReadAsync(
        Stream stream, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await ParquetReader.CreateAsync(stream, cancellationToken: cancellationToken);
        for (var g = 0; g < reader.RowGroupCount; g++)
        {
            using var group = reader.OpenRowGroupReader(g);
            var count = (int)group.RowCount;
            async Task<string[]> Text(string field)
            {
                var values = new string[count];
                await group.ReadAsync(reader.Schema.FindDataField(field), values, cancellationToken: cancellationToken);
                return values;
            }

            async Task<T[]> Values<T>(string field)
                where T : struct
            {
                var values = new T[count];
                await group.ReadAsync<T>(reader.Schema.FindDataField(field), values.AsMemory(), cancellationToken: cancellationToken);
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

/// <summary>A forecast of one period in a forecast file; the date is the first day.</summary>
internal readonly record struct ForecastPoint(
    string Level, string Area, ServiceScope Scope, DateOnly Date, int Horizon, double Mean, double Lower80, double Upper80, double Lower95,
    double Upper95);
