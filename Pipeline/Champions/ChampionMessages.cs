using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Reasons why a saved model cannot forecast a panel. Each is the end of a sentence whose subject is the model.</summary>
internal static class ChampionMessages
{
    /// <param name="fault">Error of the file reader.</param>
    public static Message Unreadable(string fault) => new("champion.unreadable", ("fault", fault));

    public static Message Gone() => new("champion.gone");

    public static Message LearnedLater(DateOnly until) => new("champion.learned_later", ("until", until));

    public static Message OtherFrequency(Frequency period, Frequency wanted) =>
        new("champion.other_frequency", ("period", period.Code()), ("wanted", wanted.Code()));

    public static Message OtherHorizon(Frequency frequency, int periods, int wanted) =>
        new("champion.other_horizon", ("span", SpanMessages.Of(frequency, periods)), ("wanted", wanted));

    public static Message OtherSeason(Frequency frequency, int periods) =>
        new("champion.other_season", ("span", SpanMessages.Of(frequency, periods)));

    public static Message OtherKeys() => new("champion.other_keys");

    public static Message OtherColumns() => new("champion.other_columns");
}
