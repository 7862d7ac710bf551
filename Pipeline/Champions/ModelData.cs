using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>The data that a model learned from.</summary>
/// <param name="Series">Community x service series.</param>
/// <param name="Days">Days with any usage.</param>
/// <param name="Columns">Names of the calendar's and the communities' columns.</param>
/// <param name="Problems">What looked broken; empty if nothing.</param>
internal sealed record ModelData(int Series, int Days, string Columns, IReadOnlyList<string> Problems)
{
    public static ModelData Of(CityPanel city, IReadOnlyList<string> problems) => new(city.Panel.Keys.Count, city.Days, ColumnsOf(city.Panel), problems);

    /// <summary>The columns of a panel that models learn from beside the values.</summary>
    public static string ColumnsOf(Panel panel) => string.Join(", ", panel.Calendar.Names.Concat(panel.Features.Select(feature => feature.Name)));
}
