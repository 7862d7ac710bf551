using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>A saved model, ready to forecast.</summary>
/// <param name="Data">What table <c>Models</c> says of the data that it learned from; null where its row was deleted.</param>
internal sealed record Champion(TrainedModel Model, ModelData? Data)
{
    /// <summary>The last day that it learned from.</summary>
    public DateOnly LastDay { get; } = DateOnly.FromDateTime(Model.Trained[Model.Trained.Count - 1]);

    /// <summary>Why it can't forecast a panel, as the end of a sentence that begins with it; null where it can.</summary>
    public string? WhyNot(Panel panel, int horizon, int? season)
    {
        var origin = DateOnly.FromDateTime(panel.Axis[panel.Axis.Count - 1]);
        if (LastDay > origin) return $"learned from days up to {LastDay:yyyy-MM-dd}, after this run's origin";
        if (Model.Horizon != horizon) return $"forecasts {Model.Horizon} days ahead, and {horizon} are wanted (Run:Horizon)";
        if (Model.Season != (season ?? panel.Axis.Frequency.DefaultSeason())) return $"has a season of {Model.Season} days, and another is set (Run:Engine:Season)";
        if (!Model.Schema.Equals(panel.Schema)) return "knows other areas and services by other keys";
        if (Data is not null && Data.Columns != ModelData.ColumnsOf(panel)) return "learned from other columns of calendar and community";
        return null;
    }
}
