using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Hierarchies;

/// <summary>Panels of summed series.</summary>
public static class PanelSums
{
    /// <summary>
    /// Sums the series over all other key columns, in the same way as the engine: a gap in a series is replaced from its history. Levels
    /// above the parts of a city are forecast from such a panel.
    /// </summary>
    /// <param name="columns">Columns to keep, out of the schema's columns; each dimension keeps its coarse end.</param>
    /// <param name="season">Number of periods in a season, equal to the model's; null for the usual number of the frequency.</param>
    /// <exception cref="ArgumentException">The columns are not a level of the schema.</exception>
    public static Panel SumTo(this Panel panel, IReadOnlyList<string> columns, int? season = null)
    {
        var level = panel.Schema.Levels.FirstOrDefault(level =>
            level.Columns.Select(column => panel.Schema.Columns[column])
                .Order(StringComparer.Ordinal)
                .SequenceEqual(columns.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            ?? throw new ArgumentException($"{string.Join(", ", columns)} is no level of the panel.", nameof(columns));
        var kept = level.Columns.Select(column => panel.Schema.Columns[column]).ToArray();
        var schema = new KeySchema(kept, [.. panel.Schema.Dimensions
            .Select(dimension => (IReadOnlyList<string>)[.. dimension.Where(kept.Contains)])
            .Where(dimension => dimension.Count > 0)]);
        var nodes = NodePanel.Of(panel, panel.Schema, season ?? panel.Axis.Frequency.DefaultSeason());
        var chosen = Enumerable.Range(0, nodes.Count).Where(node => nodes.Hierarchy.Nodes[node].Level == level.Name).ToArray();
        return new Panel(
            panel.Axis,
            schema,
            [.. chosen.Select(node => nodes.Hierarchy.Nodes[node].Values.ToArray())],
            [.. chosen.Select(node => nodes.Values[node])],
            panel.Calendar,
            [.. panel.Features.Select(feature =>
                feature.With([.. chosen.Select(node => Mean(feature, nodes.SeriesOf[node]))]))],
            [.. chosen.Select(node => nodes.ClosedFrom[node] is var to && to == int.MaxValue ? (int?)null : to)]);
    }

    /// <summary>The unweighted mean of the series' values, with a step wherever one of the series has a step.</summary>
    private static FeatureStep[] Mean(SeriesFeature feature, int[] series)
    {
        var periods = series.SelectMany(i => feature.Steps[i]).Select(step => step.Period).Distinct().Order();
        return [.. periods.Select(period => new FeatureStep(
            period,
            series.Select(i => feature.KnownBefore(i, period + 1))
                .Where(value => !float.IsNaN(value))
                .DefaultIfEmpty(float.NaN)
                .Average()))];
    }
}
