using CommunityDemand.Benchmarks.Hostile;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Reads the files of a suite, each in a process of its own.</summary>
internal static class SuiteReading
{
    /// <param name="check">What is to be said of the reading of a file, and whether it is wrong.</param>
    public static async Task<SuiteRow> ReadAsync(
        string suite, IReadOnlyList<string> files, Func<string, Reading, Task<SuiteVerdict>> check, CancellationToken cancellationToken)
    {
        var row = new SuiteRow(suite, files.Count, 0, 0, 0, 0, 0, 0, []);
        var notes = new List<string>();
        foreach (var file in files)
        {
            var reading = await ReadingProcess.RunAsync(HostileCommand.ReadArguments(file), cancellationToken);
            var verdict = reading.Failure is null ? await check(file, reading) : SuiteVerdict.Good;
            var costs = reading.Seconds > ReadingProcess.MostTime.TotalSeconds || reading.Peak > ReadingProcess.MostMemory
                ? $"{reading.Seconds:0} s, {reading.Peak >> 20} MiB" : null;
            if ((reading.Failure ?? verdict.Note ?? costs) is { } note) notes.Add($"{Path.GetFileName(file)}: {note}");
            row = row with
            {
                Read = row.Read + (reading is { Failure: null, Reason: null } ? 1 : 0),
                Refused = row.Refused + (reading.Reason is null ? 0 : 1),
                Wrong = row.Wrong + (verdict.IsWrong ? 1 : 0),
                Crashed = row.Crashed + (reading.Failure is null && reading.Seconds <= ReadingProcess.MostTime.TotalSeconds ? 0 : 1),
                Slowest = Math.Max(row.Slowest, reading.Seconds),
                Peak = Math.Max(row.Peak, reading.Peak),
            };
        }

        return row with { Notes = notes };
    }
}
