using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Publish;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>What came in the last weeks, for every area and every service or sum of them, and how far such demand moves by itself from week to week.</summary>
internal sealed class NodeActuals
{
    private const int Week = 7;

    // A year tells how a series moves; older days would only cost memory.
    private const int ScaleDays = 364;

    private readonly Dictionary<(string Level, string Area, ServiceScope Scope), (double[] Values, double Scale)> _nodes = [];
    private readonly DateOnly _first;
    private readonly int _recent;

    private NodeActuals(DateOnly first, int recent) => (_first, _recent) = (first, recent);

    /// <param name="districts">The districts' panels.</param>
    /// <param name="above">The panel of their sums.</param>
    /// <param name="city">Code of the city.</param>
    /// <param name="recent">Number of last days whose actuals are asked for; scales come from the days before these.</param>
    public static NodeActuals Of(IReadOnlyList<Panel> districts, Panel above, string city, int recent)
    {
        var start = Math.Max(0, above.Axis.Count - recent - ScaleDays);
        var actuals = new NodeActuals(DateOnly.FromDateTime(above.Axis[start]), Math.Min(recent, above.Axis.Count));
        foreach (var district in districts) actuals.AddAll(Since(district, start), city, isDistrict: true);
        actuals.AddAll(Since(above, start), city, isDistrict: false);
        return actuals;
    }

    /// <summary>What came on a day; NaN where that is not known.</summary>
    /// <param name="scale">Mean absolute difference of two days a week apart, before the recent days; NaN or 0 where there is none.</param>
    public double On(DateOnly day, string level, string area, ServiceScope scope, out double scale)
    {
        scale = double.NaN;
        if (!_nodes.TryGetValue((level, area, scope), out var node)) return double.NaN;
        scale = node.Scale;
        var index = day.DayNumber - _first.DayNumber;
        return index >= 0 && index < node.Values.Length ? node.Values[index] : double.NaN;
    }

    private void AddAll(Panel panel, string city, bool isDistrict)
    {
        foreach (var level in panel.Schema.Levels)
        {
            var columns = level.Columns.Select(column => panel.Schema.Columns[column]).ToArray();
            if (columns.Contains(CitySchema.District) != isDistrict) continue;
            if (columns.Length == 0)
            {
                Add((AreaLevel.City.Code(), city, ServiceScope.All), Total(panel.SumTo([CitySchema.NeedClass])));
                continue;
            }

            var sums = panel.SumTo(columns);
            for (var i = 0; i < sums.Keys.Count; i++)
            {
                var (area, code, scope) = CitySchema.Place(sums.Schema.Columns, sums.Keys[i], city);
                Add((area.Code(), code, scope), sums.Values[i]);
            }
        }
    }

    private void Add((string, string, ServiceScope) node, double[] values) => _nodes[node] = (values, Scale(values));

    private double Scale(double[] values)
    {
        var (sum, n) = (0.0, 0);
        for (var day = Week; day < values.Length - _recent; day++)
        {
            var change = Math.Abs(values[day] - values[day - Week]);
            if (double.IsNaN(change)) continue;
            sum += change;
            n++;
        }

        return n == 0 ? double.NaN : sum / n;
    }

    private static double[] Total(Panel parts)
    {
        var total = new double[parts.Axis.Count];
        foreach (var values in parts.Values)
        {
            for (var day = 0; day < total.Length; day++) total[day] += values[day];
        }

        return total;
    }

    private static Panel Since(Panel panel, int start) => new(
        new TimeAxis(panel.Axis.Frequency, panel.Axis[start], panel.Axis.Count - start),
        panel.Schema,
        panel.Keys,
        [.. panel.Values.Select(values => values[start..])],
        activeTo: [.. panel.ActiveTo.Select(to => to - start)]);
}
