namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>What one step of a run took.</summary>
/// <param name="Name">As the engine reports it: "backtest 2 of 3".</param>
/// <param name="Wall">Seconds on the clock.</param>
/// <param name="Cpu">Seconds of all threads, user and system.</param>
/// <param name="Allocated">Bytes allocated on the managed heap.</param>
/// <param name="MostResident">Most bytes resident at a reading during the step.</param>
/// <param name="MostHeap">Most bytes on the managed heap at a reading during the step, garbage included.</param>
internal sealed record StepMeasure(string Name, double Wall, double Cpu, long Allocated, long MostResident, long MostHeap);
