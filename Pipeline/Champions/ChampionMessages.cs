using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Reasons why a saved model cannot forecast a panel. Each is the end of a sentence whose subject is the model.</summary>
internal static class ChampionMessages
{
    /// <param name="fault">Error of the file reader.</param>
    public static Message Unreadable(string fault) => new("champion.unreadable", ("fault", fault));

    public static Message Gone() => new("champion.gone");

    public static Message LearnedLater(DateOnly until) => new("champion.learned_later", ("until", until));

    public static Message OtherHorizon(int days, int wanted) => new("champion.other_horizon", ("days", days), ("wanted", wanted));

    public static Message OtherSeason(int days) => new("champion.other_season", ("days", days));

    public static Message OtherKeys() => new("champion.other_keys");

    public static Message OtherColumns() => new("champion.other_columns");
}
