using CommunityDemand.Benchmarks.Hostile;

namespace CommunityDemand.Benchmarks.Suites.Parquet;

/// <summary>Reads a Parquet file of a suite in a process of its own.</summary>
internal static class ParquetReading
{
    /// <param name="folder">The checkout.</param>
    /// <param name="file">The file.</param>
    /// <param name="judge">Judges a reading that ended as it should and cost no more than it may.</param>
    public static async Task<SuiteCase> ReadAsync(
        string folder, string file, Func<Reading, Task<SuiteCase>> judge, CancellationToken cancellationToken)
    {
        var name = Path.GetRelativePath(folder, file);
        var reading = await ReadingProcess.RunAsync(HostileCommand.ReadArguments(file), cancellationToken);
        if (reading.Failure is { } failure) return new SuiteCase(name, SuiteOutcome.Crashed, failure) { Peak = reading.Peak };
        var costs = reading.Seconds > ReadingProcess.MostTime.TotalSeconds || reading.Peak > ReadingProcess.MostMemory;
        if (costs)
            return new SuiteCase(name, SuiteOutcome.Crashed, $"{reading.Seconds:0} s, {reading.Peak >> 20} MB") { Peak = reading.Peak };
        return await judge(reading) with { File = name, Peak = reading.Peak };
    }
}
