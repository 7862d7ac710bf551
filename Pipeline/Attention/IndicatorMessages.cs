using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Attention;

/// <summary>Messages of findings about satisfaction, participation, match and improvements.</summary>
internal static class IndicatorMessages
{
    /// <param name="dimensions">Messages of <see cref="Weakness"/>, weakest first.</param>
    public static Message Weak(string area, IReadOnlyList<Message> dimensions) =>
        new("satisfaction.weak", ("area", area), ("dimensions", dimensions));

    /// <param name="gap">Points below the city, above 0.</param>
    public static Message Weakness(string dimension, double index, double gap) =>
        new("satisfaction.weakness", ("dimension", dimension), ("index", index), ("gap", gap));

    /// <param name="dimensions">Messages of <see cref="Disagreement"/>, widest first.</param>
    public static Message Apart(string area, IReadOnlyList<Message> dimensions) =>
        new("satisfaction.apart", ("area", area), ("dimensions", dimensions));

    public static Message Disagreement(string dimension, string lowest, string highest, double gap) =>
        new("satisfaction.disagreement", ("dimension", dimension), ("lowest", lowest), ("highest", highest), ("gap", gap));

    public static Message MoreSatisfaction(int count) => new("satisfaction.more", ("count", count));

    /// <param name="points">Percentage points a year.</param>
    public static Message Participation(bool falls, double rate, DateOnly quarter, double points) =>
        new(falls ? "participation.falls" : "participation.rises", ("rate", rate), ("quarter", quarter), ("points", points));

    /// <param name="count">Number of areas below the city.</param>
    /// <param name="areas">Messages of <see cref="LowArea"/>.</param>
    public static Message LowParticipation(int count, IReadOnlyList<Message> areas) =>
        new("participation.lowest", ("count", count), ("areas", areas));

    public static Message LowArea(string area, double rate, double gap) =>
        new("participation.low_area", ("area", area), ("rate", rate), ("gap", gap));

    /// <param name="extra">Additional person-visits a day.</param>
    /// <param name="places">Messages of <see cref="AttentionMessages.Visits"/>.</param>
    public static Message BestUse(
        double extra, double removed, double before, double proportional, Message service, double ofService,
        IReadOnlyList<Message> places) =>
        new(
            "allocation.best",
            ("extra", extra), ("removed", removed), ("before", before), ("proportional", proportional), ("service", service),
            ("ofService", ofService), ("places", places));

    /// <summary>The coverage of a group, as a measure for <see cref="Mismatch"/>.</summary>
    public static Message Coverage(string group) => new("match.coverage", ("group", group));

    /// <param name="measure">Code of a measure, or a message of <see cref="Coverage"/>.</param>
    public static Message Mismatch(string dimension, object measure, double mismatch, double basis) =>
        new("match.worst", ("dimension", dimension), ("measure", measure), ("mismatch", mismatch), ("basis", basis));

    /// <param name="named">Messages of <see cref="Judged"/>.</param>
    public static Message NewlyJudged(int count, IReadOnlyList<Message> named) =>
        new("improvements.newly", ("count", count), ("named", named));

    /// <inheritdoc cref="NewlyJudged"/>
    public static Message NotAchieved(int count, IReadOnlyList<Message> named) =>
        new("improvements.not_achieved", ("count", count), ("named", named));

    /// <inheritdoc cref="NewlyJudged"/>
    public static Message Achieved(int count, IReadOnlyList<Message> named) =>
        new("improvements.achieved", ("count", count), ("named", named));

    /// <param name="effect">Relative effect, as a share.</param>
    public static Message Judged(string measure, string area, string outcome, double effect, string verdict) => new(
        "improvements.judged", ("measure", measure), ("area", area), ("outcome", outcome), ("effect", effect), ("verdict", verdict));
}
