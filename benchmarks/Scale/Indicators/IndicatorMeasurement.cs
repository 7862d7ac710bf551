namespace CommunityDemand.Benchmarks.Scale.Indicators;

/// <summary>What a process of its own found one part of a night to cost.</summary>
/// <param name="Part">Name of an indicator's class, or one of the constants here.</param>
/// <param name="Rows">Rows of tables.</param>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of all threads, user and system.</param>
/// <param name="Allocated">Bytes allocated on the managed heap.</param>
/// <param name="Peak">Most bytes resident at once since the process began.</param>
internal sealed record IndicatorMeasurement(string Part, long Rows, double Wall, double Cpu, long Allocated, long Peak)
{
    /// <summary>Everything that planning does for indicators.</summary>
    public const string Planning = "planning";

    /// <summary>Everything that publishing does for them, but for writing tables.</summary>
    public const string Publishing = "publishing";

    /// <summary>Only what must be there before anything is measured.</summary>
    public const string Nothing = "nothing";
}
