using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;

namespace CommunityDemand.Pipeline.Monitoring;

/// <summary>Messages on the drift of demand from its forecasts.</summary>
internal static class DriftMessages
{
    /// <param name="drifting">Number of drifting services of areas.</param>
    /// <param name="charts">Number of watched services of areas.</param>
    /// <param name="places">Messages of <see cref="Place"/>, worst first.</param>
    public static Message Found(int drifting, int charts, IReadOnlyList<Message> places) =>
        new("drift.found", ("drifting", drifting), ("charts", charts), ("places", places));

    /// <param name="service">Name of the service.</param>
    /// <param name="area">Name of the area.</param>
    /// <param name="size">Mean error, in person-visits a period, 0 or more.</param>
    /// <param name="period">Length of a period.</param>
    public static Message Place(
        DriftKind drift, Message service, string area, AreaLevel level, double size, Frequency period, DateOnly since)
    {
        (string, object)[] place = [("service", service), ("area", area), ("level", level.Code()), ("since", since)];
        return drift == DriftKind.Wider
            ? new Message("drift.place_wider", place)
            : new Message(CodeOf(drift), [.. place, ("size", size), ("period", period.Code())]);
    }

    private static string CodeOf(DriftKind drift) => drift == DriftKind.Above ? "drift.place_above" : "drift.place_below";
}
