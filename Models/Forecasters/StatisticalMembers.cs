namespace CommunityDemand.Models.Forecasters;

/// <summary>Members that forecast each series from its own history.</summary>
internal static class StatisticalMembers
{
    public static IReadOnlyList<IForecaster> All { get; } =
        [new SeasonalNaive(), new PooledSmoothing(), new DampedTrend(), new Theta(), new ExponentialSmoothing(), new CrostonSba(),
            new Tsb()];

    public static IEnumerable<string> Names => All.Select(member => member.Name);
}
