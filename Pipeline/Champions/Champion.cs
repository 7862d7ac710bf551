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
    public DateOnly LastDay { get; } = Model.Trained.Frequency.LastDay(DateOnly.FromDateTime(Model.Trained[Model.Trained.Count - 1]));

    /// <summary>The reason why the model cannot forecast a panel; null where it can.</summary>
    public Message? WhyNot(Panel panel, int horizon, int? season)
    {
        var frequency = panel.Axis.Frequency;
        if (Model.Trained.Frequency != frequency) return ChampionMessages.OtherFrequency(Model.Trained.Frequency, frequency);
        var origin = frequency.LastDay(DateOnly.FromDateTime(panel.Axis[panel.Axis.Count - 1]));
        if (LastDay > origin) return ChampionMessages.LearnedLater(LastDay);
        if (Model.Horizon != horizon) return ChampionMessages.OtherHorizon(frequency, Model.Horizon, horizon);
        if (Model.Season != (season ?? frequency.DefaultSeason())) return ChampionMessages.OtherSeason(frequency, Model.Season);
        if (!Model.Schema.Equals(panel.Schema)) return ChampionMessages.OtherKeys();
        if (Data is not null && Data.Columns != ModelData.ColumnsOf(panel)) return ChampionMessages.OtherColumns();
        return null;
    }
}
