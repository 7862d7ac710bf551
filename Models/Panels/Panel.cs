using System.Numerics.Tensors;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Models.Panels;

/// <summary>
/// A panel: all bottom series on one time axis. The last period of the axis is the origin, the last period that a forecast may use.
/// Values are stored in single precision, which needs half the memory; counts up to 16 million are exact. In <see cref="Values"/>, NaN
/// means unknown (not reported, or before the series began), and 0 means no visits.
/// </summary>
public sealed record Panel
{
    /// <param name="axis">Observed periods.</param>
    /// <param name="schema">Names of the key columns, and their aggregation.</param>
    /// <param name="keys">Key of each series: a value for each column of the schema; keys are distinct.</param>
    /// <param name="values">Values of each series, one for each period; finite or NaN, never negative.</param>
    /// <param name="calendar">Calendar, known in advance; must cover the axis and the horizon.</param>
    /// <param name="features">Features, with the steps of each series in the order of <paramref name="keys"/>.</param>
    /// <param name="activeTo">First period at which each series is closed (may be past the axis); null while the series is open.</param>
    /// <exception cref="ArgumentException">A length differs, a key is repeated, or a value is negative or infinite.</exception>
    public Panel(
        TimeAxis axis,
        KeySchema schema,
        IReadOnlyList<string[]> keys,
        float[][] values,
        CalendarFeatures? calendar = null,
        IReadOnlyList<SeriesFeature>? features = null,
        IReadOnlyList<int?>? activeTo = null)
    {
        Axis = axis;
        Schema = schema;
        Keys = keys;
        Values = values;
        Calendar = calendar ?? CalendarFeatures.None;
        Features = features ?? [];
        ActiveTo = activeTo ?? new int?[keys.Count];
        Validate();
    }

    /// <summary>Creates a panel from values in double precision; the values are rounded to single precision.</summary>
    public Panel(
        TimeAxis axis,
        KeySchema schema,
        IReadOnlyList<string[]> keys,
        double[][] values,
        CalendarFeatures? calendar = null,
        IReadOnlyList<SeriesFeature>? features = null,
        IReadOnlyList<int?>? activeTo = null)
        : this(axis, schema, keys, [.. values.Select(Single)], calendar, features, activeTo)
    {
    }

    public TimeAxis Axis { get; }

    public KeySchema Schema { get; }

    public IReadOnlyList<string[]> Keys { get; }

    /// <summary>Values, series x period.</summary>
    public float[][] Values { get; }

    /// <summary>Values of a series in double precision.</summary>
    public double[] Series(int series)
    {
        var values = new double[Axis.Count];
        TensorPrimitives.ConvertTruncating<float, double>(Values[series], values);
        return values;
    }

    public CalendarFeatures Calendar { get; }

    public IReadOnlyList<SeriesFeature> Features { get; }

    public IReadOnlyList<int?> ActiveTo { get; }

    /// <summary>
    /// The panel as it was <paramref name="periods"/> periods into its axis: later values, steps of features and closures are unknown;
    /// the calendar is known.
    /// </summary>
    public Panel Truncate(int periods) => new(
        Axis.WithCount(periods),
        Schema,
        Keys,
        [.. Values.Select(series => series[..periods])],
        Calendar,
        Features,
        [.. ActiveTo.Select(to => to <= periods ? to : null)]);

    /// <summary>The panel with only the series whose keys pass the filter.</summary>
    public Panel Where(Func<string[], bool> keep)
    {
        var kept = Enumerable.Range(0, Keys.Count).Where(series => keep(Keys[series])).ToArray();
        return new Panel(
            Axis,
            Schema,
            [.. kept.Select(series => Keys[series])],
            [.. kept.Select(series => Values[series])],
            Calendar,
            [.. Features.Select(feature => feature.With([.. kept.Select(series => feature.Steps[series])]))],
            [.. kept.Select(series => ActiveTo[series])]);
    }

    /// <summary>The same panel with another calendar.</summary>
    public Panel WithCalendar(CalendarFeatures calendar) => new(Axis, Schema, Keys, Values, calendar, Features, ActiveTo);

    /// <summary>Writes the panel in a compact binary form that <see cref="Load"/> reads.</summary>
    public void Save(Stream stream) => PanelFormat.Write(this, stream);

    /// <exception cref="InvalidDataException">The stream does not contain a panel of this version.</exception>
    public static Panel Load(Stream stream) => PanelFormat.Read(stream);

    private static float[] Single(double[] series)
    {
        var single = new float[series.Length];
        TensorPrimitives.ConvertTruncating<double, float>(series, single);
        return single;
    }

    private void Validate()
    {
        if (Values.Length != Keys.Count) throw new ArgumentException($"{Keys.Count} keys but {Values.Length} series.");
        if (ActiveTo.Count != Keys.Count) throw new ArgumentException($"{Keys.Count} keys but {ActiveTo.Count} closing periods.");
        if (Features.Any(feature => feature.Steps.Count != Keys.Count))
            throw new ArgumentException("A feature needs steps for each series.");
        if (Calendar.Count < Axis.Count) throw new ArgumentException("The calendar ends before the axis.");
        var seen = new HashSet<IReadOnlyList<string>>(KeyComparer.Ordinal);
        for (var i = 0; i < Keys.Count; i++)
        {
            if (Keys[i].Length != Schema.Columns.Count) throw new ArgumentException($"Series {i} needs {Schema.Columns.Count} key values.");
            if (!seen.Add(Keys[i])) throw new ArgumentException($"Series {string.Join('|', Keys[i])} stands twice.");
            if (Values[i].Length != Axis.Count)
                throw new ArgumentException($"Series {i} has {Values[i].Length} periods, the axis {Axis.Count}.");
            if (Values[i].AsSpan().ContainsAny(float.PositiveInfinity, float.NegativeInfinity) || Values[i].Any(value => value < 0))
                throw new ArgumentException($"Series {string.Join('|', Keys[i])} has a negative or infinite value.");
        }
    }
}
