using System.Numerics.Tensors;
using CommunityDemand.Domain.Time;
using CommunityDemand.Local.SampleCity.Sampling;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Benchmarks.Scale.City;

/// <summary>
/// A city of any number of series, drawn from a seed straight into the arrays that the engine takes. Each series draws from a stream of its
/// own: the number of threads changes nothing, and a larger city begins with the smaller one's series.
/// </summary>
internal static class SyntheticCity
{
    private static readonly DateTime Start = new(2023, 1, 1);

    /// <summary>Draws a panel on the schema that the pipeline uses: four levels of areas by three of services.</summary>
    /// <param name="progress">Told the series drawn so far.</param>
    public static Panel Draw(ScaleCase scale, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        var layout = new CityLayout(scale.Series);
        var axis = new TimeAxis(scale.Frequency, Start, scale.Periods);
        var calendar = scale.Frequency == Frequency.Daily
            ? CalendarColumns.Of(CityCalendar.China, Window(scale), scale.Horizon)
            : CalendarFeatures.None;
        var services = layout.Services.Select((service, i) => ServiceProfile.Draw(service.Code, i, axis, calendar, scale.Seed)).ToArray();
        var communities = Enumerable.Range(0, layout.Communities)
            .Select(i => new RandomStream(scale.Seed, "community", Number(i)).LogNormal(0.7)).ToArray();
        var periodsOfYear = scale.Frequency == Frequency.Daily ? 365 : 12;
        var (values, closed, done) = (new float[scale.Series][], new int?[scale.Series], 0);
        Parallel.For(0, scale.Series, new ParallelOptions { CancellationToken = cancellationToken }, () =>
            new double[scale.Periods], (i, _, room) =>
        {
            var random = new RandomStream(scale.Seed, "series", Number(i));
            var process = new DemandProcess(
                services[CityLayout.ServiceOf(i)], communities[CityLayout.CommunityOf(i)], periodsOfYear, random);
            closed[i] = process.Write(room);
            TensorPrimitives.ConvertTruncating<double, float>(room, values[i] = new float[scale.Periods]);
            progress?.Report(Interlocked.Increment(ref done));
            return room;
        }, _ => { });
        return new Panel(axis, CitySchema.Schema, layout.Keys(), values, calendar, features: null, closed);
    }

    private static HistoryWindow Window(ScaleCase scale)
    {
        var first = DateOnly.FromDateTime(Start);
        return new HistoryWindow(Cadence.Daily, first, first.AddDays(scale.Periods - 1));
    }

    private static string Number(int i) => i.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
