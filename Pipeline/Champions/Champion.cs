using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>A saved model that is ready to forecast.</summary>
/// <param name="Data">Training data according to table <c>Models</c>; null where the row was deleted.</param>
internal sealed record Champion(TrainedModel Model, ModelData? Data)
{
    /// <summary>Last day of the training data.</summary>
    public DateOnly LastDay { get; } = DateOnly.FromDateTime(Model.Trained[Model.Trained.Count - 1]);

    /// <summary>The reason why the model cannot forecast a panel; null where it can.</summary>
    public Message? WhyNot(Panel panel, int horizon, int? season)
    {
        var origin = DateOnly.FromDateTime(panel.Axis[panel.Axis.Count - 1]);
        if (LastDay > origin) return ChampionMessages.LearnedLater(LastDay);
        if (Model.Horizon != horizon) return ChampionMessages.OtherHorizon(Model.Horizon, horizon);
        if (Model.Season != (season ?? panel.Axis.Frequency.DefaultSeason())) return ChampionMessages.OtherSeason(Model.Season);
        if (!Model.Schema.Equals(panel.Schema)) return ChampionMessages.OtherKeys();
        if (Data is not null && Data.Columns != ModelData.ColumnsOf(panel)) return ChampionMessages.OtherColumns();
        return null;
    }
}
