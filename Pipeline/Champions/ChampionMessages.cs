using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Why a saved model can't forecast a panel: each the end of a sentence that begins with the model.</summary>
internal static class ChampionMessages
{
    /// <param name="fault">What the reader of the file said.</param>
    public static Message Unreadable(string fault) => new("champion.unreadable", ("fault", fault));

    public static Message Gone() => new("champion.gone");

    public static Message LearnedLater(DateOnly until) => new("champion.learned_later", ("until", until));

    public static Message OtherHorizon(int days, int wanted) => new("champion.other_horizon", ("days", days), ("wanted", wanted));

    public static Message OtherSeason(int days) => new("champion.other_season", ("days", days));

    public static Message OtherKeys() => new("champion.other_keys");

    public static Message OtherColumns() => new("champion.other_columns");
}
