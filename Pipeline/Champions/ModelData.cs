using CommunityDemand.Domain.Messages;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Training data and settings of a model.</summary>
/// <param name="Series">Number of community x service series.</param>
/// <param name="Days">Number of periods with usage: days, weeks or months.</param>
/// <param name="Columns">Names of the calendar and community columns.</param>
/// <param name="Problems">Problems found in the data; empty if none.</param>
/// <param name="Settings">Settings of the engine; null where they cannot be read.</param>
internal sealed record ModelData(int Series, int Days, string Columns, IReadOnlyList<Message> Problems, EngineOptions? Settings)
{
    public static ModelData Of(CityPanel city, IReadOnlyList<Message> problems, EngineOptions settings) =>
        new(city.Panel.Keys.Count, city.Periods, ColumnsOf(city.Panel), problems, settings);

    /// <summary>Columns of a panel that models learn from in addition to the values.</summary>
    public static string ColumnsOf(Panel panel) =>
        string.Join(", ", panel.Calendar.Names.Concat(panel.Features.Select(feature => feature.Name)));
}
