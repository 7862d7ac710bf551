using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Why a challenger became the champion, or not.</summary>
internal static class PromotionMessages
{
    public static Message First() => new("promotion.first");

    /// <param name="why">A message of <see cref="ChampionMessages"/>.</param>
    public static Message Unusable(string champion, Message why) => new("promotion.unusable", ("champion", champion), ("why", why));

    public static Message Same() => new("promotion.same");

    public static Message BrokenData(string champion, Message problem) => new("promotion.broken_data", ("champion", champion), ("problem", problem));

    public static Message OtherFeatures(string champion) => new("promotion.other_features", ("champion", champion));

    /// <param name="horizon">Days of a horizon.</param>
    public static Message ShortPast(int horizon) => new("promotion.short_past", ("horizon", horizon));

    public static Message NothingCame(string champion) => new("promotion.nothing_came", ("champion", champion));

    /// <param name="account">A message of <see cref="Less"/> or <see cref="More"/>.</param>
    public static Message AtLeastAsGood(Message account) => new("promotion.at_least_as_good", ("account", account));

    /// <param name="tolerance">Setting Run:PromotionTolerance.</param>
    public static Message WithinTolerance(double tolerance, Message account) => new("promotion.within_tolerance", ("tolerance", tolerance), ("account", account));

    /// <inheritdoc cref="WithinTolerance"/>
    public static Message Worse(double tolerance, Message account) => new("promotion.worse", ("tolerance", tolerance), ("account", account));

    /// <param name="difference">By how much the challenger's error is smaller, as a share of the champion's.</param>
    /// <param name="ground">What was compared: <see cref="UnseenDays"/>, <see cref="SeenDays"/> or <see cref="Backtest"/>.</param>
    /// <param name="levels">Levels that the geometric mean is over.</param>
    public static Message Less(double difference, string champion, Message ground, int levels) =>
        new("promotion.less", ("difference", difference), ("champion", champion), ("ground", ground), ("count", levels));

    /// <param name="difference">By how much the challenger's error is larger, as a share of the champion's.</param>
    /// <inheritdoc cref="Less"/>
    public static Message More(double difference, string champion, Message ground, int levels) =>
        new("promotion.more", ("difference", difference), ("champion", champion), ("ground", ground), ("count", levels));

    public static Message UnseenDays(int days, DateOnly first) => new("promotion.unseen_days", ("days", days), ("first", first));

    public static Message SeenDays(int days, DateOnly first) => new("promotion.seen_days", ("days", days), ("first", first));

    /// <param name="challenger">RMSSE of the challenger over seasonal naive's.</param>
    /// <param name="champion">RMSSE of the champion's settings over seasonal naive's.</param>
    public static Message Backtest(double challenger, double champion) => new("promotion.backtest", ("challenger", challenger), ("champion", champion));
}
