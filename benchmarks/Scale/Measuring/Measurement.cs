using CommunityDemand.Domain.Time;

namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>What a child process measured of one run of the engine.</summary>
/// <param name="Nodes">Nodes of all levels, all of them forecast.</param>
/// <param name="PanelPeak">Peak resident bytes once the panel was drawn, before the engine began.</param>
/// <param name="Peak">Peak resident bytes of the whole process.</param>
/// <param name="Steps">From the first report of the engine to the intervals.</param>
/// <param name="Settings">Settings of the garbage collector that differ from the runtime's own.</param>
internal sealed record Measurement(
    int Series,
    Frequency Frequency,
    int Periods,
    int Horizon,
    int Nodes,
    int Cores,
    long PanelPeak,
    long Peak,
    IReadOnlyList<StepMeasure> Steps,
    IReadOnlyList<string> Settings)
{
    /// <summary>Seconds on the clock, the panel's drawing left out.</summary>
    public double Wall => Steps.Sum(step => step.Wall);

    /// <summary>Seconds of all threads, user and system.</summary>
    public double Cpu => Steps.Sum(step => step.Cpu);

    /// <summary>Series a second on the clock.</summary>
    public double Rate => Series / Wall;

    /// <summary>Series a second that two cores would do if nothing else ran and both were always busy.</summary>
    public double RateOfTwoCores => 2 * Series / Cpu;

    public long HeapPeak => Steps.Max(step => step.MostHeap);
}
