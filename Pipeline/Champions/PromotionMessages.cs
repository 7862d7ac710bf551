using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Tables;

namespace CommunityDemand.Pipeline.Champions;

/// <summary>Reasons why a challenger became the champion, or did not.</summary>
internal static class PromotionMessages
{
    public static Message First() => new("promotion.first");

    /// <param name="why">Message of <see cref="ChampionMessages"/>.</param>
    public static Message Unusable(string champion, Message why) => new("promotion.unusable", ("champion", champion), ("why", why));

    public static Message Same() => new("promotion.same");

    public static Message BrokenData(string champion, Message problem) =>
        new("promotion.broken_data", ("champion", champion), ("problem", problem));

    public static Message OtherFeatures(string champion) => new("promotion.other_features", ("champion", champion));

    /// <param name="horizon">Number of periods in a horizon.</param>
    public static Message ShortPast(Frequency frequency, int horizon) =>
        new("promotion.short_past", ("horizon", SpanMessages.Of(frequency, horizon)));

    public static Message NothingCame(string champion) => new("promotion.nothing_came", ("champion", champion));

    /// <param name="account">Message of <see cref="Less"/> or <see cref="More"/>.</param>
    public static Message AtLeastAsGood(Message account) => new("promotion.at_least_as_good", ("account", account));

    /// <param name="tolerance">Value of setting Run:PromotionTolerance.</param>
    public static Message WithinTolerance(double tolerance, Message account) =>
        new("promotion.within_tolerance", ("tolerance", tolerance), ("account", account));

    /// <inheritdoc cref="WithinTolerance"/>
    public static Message Worse(double tolerance, Message account) =>
        new("promotion.worse", ("tolerance", tolerance), ("account", account));

    /// <param name="difference">Reduction of the error by the challenger, as a share of the champion's error.</param>
    /// <param name="ground">Basis of the comparison: <see cref="UnseenDays"/>, <see cref="SeenDays"/> or <see cref="Backtest"/>.</param>
    /// <param name="levels">Number of levels in the geometric mean.</param>
    public static Message Less(double difference, string champion, Message ground, int levels) =>
        new("promotion.less", ("difference", difference), ("champion", champion), ("ground", ground), ("count", levels));

    /// <param name="difference">Increase of the error by the challenger, as a share of the champion's error.</param>
    /// <inheritdoc cref="Less"/>
    public static Message More(double difference, string champion, Message ground, int levels) =>
        new("promotion.more", ("difference", difference), ("champion", champion), ("ground", ground), ("count", levels));

    public static Message UnseenDays(Frequency frequency, int periods, DateOnly first) =>
        new("promotion.unseen_days", ("span", SpanMessages.Of(frequency, periods)), ("first", first));

    public static Message SeenDays(Frequency frequency, int periods, DateOnly first) =>
        new("promotion.seen_days", ("span", SpanMessages.Of(frequency, periods)), ("first", first));

    /// <param name="challenger">RMSSE of the challenger divided by that of seasonal naive.</param>
    /// <param name="champion">RMSSE with the champion's settings divided by that of seasonal naive.</param>
    public static Message Backtest(double challenger, double champion) =>
        new("promotion.backtest", ("challenger", challenger), ("champion", champion));
}
