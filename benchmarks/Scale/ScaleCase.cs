using CommunityDemand.Domain.Time;

namespace CommunityDemand.Benchmarks.Scale;

/// <summary>One panel to measure the engine on.</summary>
/// <param name="Series">Bottom series.</param>
/// <param name="Frequency">Daily or monthly.</param>
/// <param name="Periods">Periods of history.</param>
/// <param name="Horizon">Periods to forecast.</param>
/// <param name="Seed">The same seed gives the same city.</param>
internal sealed record ScaleCase(int Series, Frequency Frequency, int Periods, int Horizon, int Seed)
{
    public const int DefaultSeed = 1;

    /// <summary>Three years of days, or five years of months.</summary>
    public static int UsualPeriods(Frequency frequency) => frequency == Frequency.Daily ? 1096 : 60;

    /// <summary>Four weeks, or a year.</summary>
    public static int UsualHorizon(Frequency frequency) => frequency == Frequency.Daily ? 28 : 12;
}
