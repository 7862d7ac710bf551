using CommunityDemand.Benchmarks.Hostile;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Reads the files of a suite, each in a process of its own.</summary>
internal static class SuiteReading
{
    /// <param name="check">What is wrong with the reading of a file, or null.</param>
    public static async Task<SuiteRow> ReadAsync(
        string suite, IReadOnlyList<string> files, Func<string, Reading, Task<string?>> check, CancellationToken cancellationToken)
    {
        var row = new SuiteRow(suite, files.Count, 0, 0, 0, 0, 0, 0, []);
        var notes = new List<string>();
        foreach (var file in files)
        {
            var reading = await ReadingProcess.RunAsync(HostileCommand.ReadArguments(file), cancellationToken);
            var wrong = reading.Failure is null ? await check(file, reading) : null;
            var costs = reading.Seconds > ReadingProcess.MostTime.TotalSeconds || reading.Peak > ReadingProcess.MostMemory
                ? $"{reading.Seconds:0} s, {reading.Peak >> 20} MiB" : null;
            if ((reading.Failure ?? wrong ?? costs) is { } note) notes.Add($"{Path.GetFileName(file)}: {note}");
            row = row with
            {
                Read = row.Read + (reading is { Failure: null, Reason: null } ? 1 : 0),
                Refused = row.Refused + (reading.Reason is null ? 0 : 1),
                Wrong = row.Wrong + (wrong is null ? 0 : 1),
                Crashed = row.Crashed + (reading.Failure is null && reading.Seconds <= ReadingProcess.MostTime.TotalSeconds ? 0 : 1),
                Slowest = Math.Max(row.Slowest, reading.Seconds),
                Peak = Math.Max(row.Peak, reading.Peak),
            };
        }

        return row with { Notes = notes };
    }
}
