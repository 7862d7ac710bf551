using System.Diagnostics;
using CommunityDemand.Models.Engine;

namespace CommunityDemand.Benchmarks.Scale.Measuring;

/// <summary>Cuts a run into the steps that the engine reports, and reads time and memory of each.</summary>
internal sealed class StepClock : IProgress<EngineProgress>, IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly IProgress<EngineProgress> _next;
    private readonly Process _process = Process.GetCurrentProcess();
    private readonly List<StepMeasure> _steps = [];
    private readonly ITimer _timer;
    private Reading? _start;
    private long _mostResident;
    private long _mostHeap;

    /// <param name="next">Told everything as well, to be shown.</param>
    public StepClock(TimeProvider time, IProgress<EngineProgress> next)
    {
        (_time, _next) = (time, next);
        _timer = time.CreateTimer(_ => Sample(), null, Interval, Interval);
    }

    /// <summary>Ends the step before, if there is one, and begins another.</summary>
    public void Begin(string step)
    {
        End();
        _process.Refresh();
        _start = new Reading(step, _time.GetTimestamp(), _process.TotalProcessorTime, GC.GetTotalAllocatedBytes());
        (_mostResident, _mostHeap) = (0, 0);
        Sample();
    }

    public void Report(EngineProgress value)
    {
        if (value.Step != _start?.Step) Begin(value.Step);
        _next.Report(value);
    }

    /// <summary>Ends the last step.</summary>
    /// <returns>All steps; those that took no time at all are left out.</returns>
    public IReadOnlyList<StepMeasure> Finish()
    {
        End();
        return [.. _steps.Where(step => step.Wall >= 1e-3)];
    }

    public void Dispose()
    {
        _timer.Dispose();
        _process.Dispose();
    }

    private void End()
    {
        if (_start is not { } start) return;
        Sample();
        _process.Refresh();
        _steps.Add(new StepMeasure(
            start.Step,
            _time.GetElapsedTime(start.Time).TotalSeconds,
            (_process.TotalProcessorTime - start.Cpu).TotalSeconds,
            GC.GetTotalAllocatedBytes() - start.Allocated,
            _mostResident,
            _mostHeap));
        _start = null;
    }

    private void Sample()
    {
        _mostResident = Math.Max(_mostResident, Environment.WorkingSet);
        _mostHeap = Math.Max(_mostHeap, GC.GetTotalMemory(forceFullCollection: false));
    }

    private sealed record Reading(string Step, long Time, TimeSpan Cpu, long Allocated);
}
