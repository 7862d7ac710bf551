using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>What a model learned from, and how.</summary>
/// <param name="Series">Community x service series.</param>
/// <param name="Days">Days with any usage.</param>
/// <param name="Columns">Names of the calendar's and the communities' columns.</param>
/// <param name="Problems">What looked broken; empty if nothing.</param>
/// <param name="Settings">The engine's settings; null where they can't be read.</param>
internal sealed record ModelData(int Series, int Days, string Columns, IReadOnlyList<Message> Problems, EngineOptions? Settings)
{
    public static ModelData Of(CityPanel city, IReadOnlyList<Message> problems, EngineOptions settings) =>
        new(city.Panel.Keys.Count, city.Days, ColumnsOf(city.Panel), problems, settings);

    /// <summary>The columns of a panel that models learn from beside the values.</summary>
    public static string ColumnsOf(Panel panel) => string.Join(", ", panel.Calendar.Names.Concat(panel.Features.Select(feature => feature.Name)));
}
