using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Local.Series;

/// <summary>Makes a panel of the rows of series. The panel covers the first to the last period of the whole file.</summary>
internal static class SeriesPanel
{
    private const long MostCells = 200_000_000;

    /// <exception cref="UserErrorException">There are no rows, no values, or too many periods.</exception>
    public static Panel Of(SeriesQuery query, PeriodParser periods, IReadOnlyList<(string[] Key, SeriesSums Sums)> series)
    {
        if (series.Count == 0) throw new UserErrorException($"{query.File}: there are no rows under the header.");
        var first = series.Min(one => one.Sums.First);
        var count = EndOf(query, series) - first + 1;
        if (count < 1) throw new UserErrorException($"{query.File}: no row has a value in column {query.Value}.");
        if ((long)count * series.Count > MostCells)
        {
            throw new UserErrorException(
                $"{query.File}: {series.Count} series over {count} periods ({periods.StartOf(first):yyyy-MM-dd} to "
                    + $"{periods.StartOf(first + count - 1):yyyy-MM-dd}) "
                + "are more than fit in memory. Check for stray dates, or choose a longer --frequency.");
        }

        var sorted = series.OrderBy(one => one.Key, KeyComparer.Ordinal).ToArray();
        return new Panel(
            new TimeAxis(query.Frequency, periods.StartOf(first), count),
            KeySchema.Of(query.Keys, query.Hierarchy),
            [.. sorted.Select(one => one.Key)],
            [.. sorted.Select(one => Values(query.Fill, one.Sums, first, count))],
            calendar: null,
            [.. query.With.Select((name, column) => new SeriesFeature(
                name, [.. sorted.Select(one => Steps(one.Sums, column, first))], isKnownAhead: true))]);
    }

    /// <summary>The last period: with columns that are known ahead, rows after the last value are rows of the horizon.</summary>
    private static int EndOf(SeriesQuery query, IReadOnlyList<(string[] Key, SeriesSums Sums)> series) =>
        series.Max(one => query.With.Count > 0 ? one.Sums.LastKnown : one.Sums.Last);

    private static IReadOnlyList<FeatureStep> Steps(SeriesSums sums, int column, int first) =>
        sums.Ahead.TryGetValue(column, out var means) ? means.Steps(first) : [];

    private static double[] Values(Fill fill, SeriesSums sums, int first, int count)
    {
        var values = new double[count];
        for (var t = 0; t < count; t++)
        {
            values[t] = sums[first + t];
            // Before its first row, a series does not exist as far as the file shows; that is not the same as no visits.
            if (fill == Fill.Zero && double.IsNaN(values[t]) && first + t >= sums.First && !sums.Unknown.Contains(first + t))
                values[t] = 0;
        }

        return values;
    }
}
