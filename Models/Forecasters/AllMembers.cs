using CommunityDemand.Models.Boosting;

namespace CommunityDemand.Models.Forecasters;

/// <summary>The per-series members and the boosted one, run together.</summary>
internal static class AllMembers
{
    /// <summary>Names of all members there are, in the order of their forecasts.</summary>
    public static string[] Names(bool withBoosting) => withBoosting ? [.. StatisticalMembers.Names, BoostedModel.MemberName, "lightgbm_ratio", "linear"] : [.. StatisticalMembers.Names];

    /// <param name="withBoosting">Whether the boosted model has a place among the members, even if it could not be fitted.</param>
    /// <returns>Member x node x horizon; null where a member can't serve a node.</returns>
    public static double[]?[][] Forecast(MemberRun run, bool withBoosting, BoostedModel? boosted, CancellationToken cancellationToken)
    {
        var members = StatisticalMembers.Forecast(run, cancellationToken);
        if (!withBoosting) return members;
        var none = new double[run.Nodes.Count][];
        return [.. members, boosted?.Forecast(run.Features, run.History.Horizon, cancellationToken) ?? none, boosted?.ForecastRatio(run.Features, run.History.Horizon, false, cancellationToken) ?? none, boosted?.ForecastRatio(run.Features, run.History.Horizon, true, cancellationToken) ?? none];
    }
}
