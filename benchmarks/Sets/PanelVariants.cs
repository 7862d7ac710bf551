using CommunityDemand.Models.Panels;

namespace CommunityDemand.Benchmarks.Sets;

/// <summary>Panels that differ from others in one thing.</summary>
internal static class PanelVariants
{
    /// <param name="value">Series, period and value there to the value that stands instead.</param>
    public static Panel WithValues(this Panel panel, Func<int, int, double, double> value) => new(
        panel.Axis,
        panel.Schema,
        panel.Keys,
        [.. panel.Values.Select((series, i) => series.Select((known, t) => value(i, t, known)).ToArray())],
        panel.Calendar,
        panel.Features,
        panel.ActiveTo);

    public static Panel WithoutCalendar(this Panel panel) => panel.WithCalendar(CalendarFeatures.None);

    /// <param name="drop">Names of the features to leave out.</param>
    public static Panel WithoutFeatures(this Panel panel, Func<string, bool> drop) =>
        new(
            panel.Axis, panel.Schema, panel.Keys, panel.Values, panel.Calendar, [.. panel.Features.Where(feature => !drop(feature.Name))],
            panel.ActiveTo);
}
