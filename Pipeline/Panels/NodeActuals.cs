using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Actual demand of the last periods, for every area and service scope, and its usual variation from season to season.</summary>
internal sealed class NodeActuals
{
    private readonly Dictionary<(string Level, string Area, ServiceScope Scope), NodeActual> _nodes = [];
    private readonly Cadence _cadence;
    private readonly DateOnly _first;
    private readonly int _recent;

    private NodeActuals(Cadence cadence, DateOnly first, int recent) => (_cadence, _first, _recent) = (cadence, first, recent);

    /// <summary>Services of all areas.</summary>
    public IEnumerable<NodeActual> Nodes => _nodes.Values;

    /// <param name="districts">Panels of the districts.</param>
    /// <param name="above">Panel of their sums.</param>
    /// <param name="city">Code of the city.</param>
    /// <param name="recent">Number of recent periods with actual values; scales come from the periods before these.</param>
    public static NodeActuals Of(IReadOnlyList<Panel> districts, Panel above, string city, int recent)
    {
        // A few seasons suffice for the variation of a series; older periods would only cost memory.
        var cadence = Cadence.Of(above.Axis.Frequency);
        var start = Math.Max(0, above.Axis.Count - recent - cadence.ScalePeriods);
        var actuals = new NodeActuals(cadence, DateOnly.FromDateTime(above.Axis[start]), Math.Min(recent, above.Axis.Count));
        foreach (var district in districts) actuals.AddAll(Since(district, start), city, isDistrict: true);
        actuals.AddAll(Since(above, start), city, isDistrict: false);
        return actuals;
    }

    /// <summary>Actual demand of the period that contains a day; NaN where unknown.</summary>
    /// <param name="node">Node; null where the area or service does not exist.</param>
    public double On(DateOnly day, string level, string area, ServiceScope scope, out NodeActual? node)
    {
        if (!_nodes.TryGetValue((level, area, scope), out node)) return double.NaN;
        var index = _cadence.Between(_first, day);
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
                Add(AreaLevel.City, city, ServiceScope.All, new Node(Level.Total, []), Total(panel.SumTo([CitySchema.NeedClass])));
                continue;
            }

            var sums = panel.SumTo(columns);
            for (var i = 0; i < sums.Keys.Count; i++)
            {
                var (area, code, scope) = CitySchema.Place(sums.Schema.Columns, sums.Keys[i], city);
                Add(area, code, scope, new Node(CitySchema.LevelOf(columns), sums.Keys[i]), sums.Series(i));
            }
        }
    }

    private void Add(AreaLevel level, string area, ServiceScope scope, Node node, double[] values)
    {
        var (scale, rootScale) = Scales(values);
        _nodes[(level.Code(), area, scope)] = new NodeActual(level, node, values, scale, rootScale);
    }

    private (double Mean, double Root) Scales(double[] values)
    {
        var (sum, squares, n) = (0.0, 0.0, 0);
        for (var day = _cadence.Season; day < values.Length - _recent; day++)
        {
            var change = Math.Abs(values[day] - values[day - _cadence.Season]);
            if (double.IsNaN(change)) continue;
            sum += change;
            squares += change * change;
            n++;
        }

        return n == 0 ? (double.NaN, double.NaN) : (sum / n, Math.Sqrt(squares / n));
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

/// <summary>Actual demand of one area's service.</summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Node">Node in the model.</param>
/// <param name="Values">One value for each period; NaN where unknown.</param>
/// <param name="Scale">
/// Mean absolute difference of periods a season apart (7 days, 52 weeks, 12 months), before the recent ones: the denominator of MASE;
/// NaN or 0 where there is none.
/// </param>
/// <param name="RootScale">Root mean square of the same differences: the denominator of RMSSE.</param>
internal sealed record NodeActual(AreaLevel Level, Node Node, double[] Values, double Scale, double RootScale);
