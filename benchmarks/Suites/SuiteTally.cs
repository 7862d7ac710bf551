using System.Diagnostics;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Counts what became of the files of a suite, and times them.</summary>
internal sealed class SuiteTally
{
    private readonly Dictionary<SuiteOutcome, int> _counts = [];

    public IReadOnlyList<SuiteCase> Failures { get; private set; } = [];

    public int Files => _counts.Values.Sum();

    /// <summary>Cells that were compared with another program's reading.</summary>
    public long Cells { get; private set; }

    public long EqualCells { get; private set; }

    /// <summary>Most bytes of a process that read a file; 0 where that is this one.</summary>
    public long Peak { get; private set; }

    public TimeSpan Slowest { get; private set; }

    public string SlowestFile { get; private set; } = "";

    public int this[SuiteOutcome outcome] => _counts.GetValueOrDefault(outcome);

    public static async Task<SuiteTally> OfAsync(IAsyncEnumerable<SuiteCase> cases, CancellationToken cancellationToken)
    {
        var tally = new SuiteTally();
        var failures = new List<SuiteCase>();
        var watch = Stopwatch.StartNew();
        await foreach (var one in cases.WithCancellation(cancellationToken))
        {
            if (watch.Elapsed > tally.Slowest) (tally.Slowest, tally.SlowestFile) = (watch.Elapsed, one.File);
            (tally.Cells, tally.EqualCells) = (tally.Cells + one.Cells, tally.EqualCells + one.Equal);
            tally.Peak = Math.Max(tally.Peak, one.Peak);
            tally._counts[one.Outcome] = tally[one.Outcome] + 1;
            if (one.Outcome is SuiteOutcome.Missed or SuiteOutcome.Wrong or SuiteOutcome.Crashed) failures.Add(one);
            watch.Restart();
        }

        tally.Failures = failures;
        return tally;
    }
}
