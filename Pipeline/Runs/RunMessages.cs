using CommunityDemand.Domain.Messages;

namespace CommunityDemand.Pipeline.Runs;

/// <summary>Reasons why a run failed.</summary>
internal static class RunMessages
{
    /// <summary>New files arrived while the run was planned; another run replaces it.</summary>
    public static Message Overtaken() => new("run.overtaken");

    public static Message NeverFinished() => new("run.never_finished");

    /// <summary>Planning failed too often.</summary>
    public static Message PlanningFailed(int attempts) => new("run.planning_failed", ("attempts", attempts));

    /// <summary>The forecast of a district failed too often.</summary>
    public static Message DistrictFailed(string district, int attempts) =>
        new("run.district_failed", ("district", district), ("attempts", attempts));

    /// <summary>The forecast above the districts failed too often.</summary>
    public static Message CityFailed(int attempts) => new("run.city_failed", ("attempts", attempts));
}
