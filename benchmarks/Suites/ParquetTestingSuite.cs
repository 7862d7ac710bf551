using CommunityDemand.Benchmarks.Hostile;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>
/// Files of apache/parquet-testing: what is read must equal DuckDB's reading, what is refused must be nested, encrypted, damaged or packed as nobody should.
/// </summary>
internal static class ParquetTestingSuite
{
    /// <summary>Where the suite stands under the folder of all suites.</summary>
    public const string Repository = "apache/parquet-testing";

    // What a refusal of a file of folder data says where it is sound.
    private static readonly string[] Sound = ["nested", "encrypted", "packed", "intervals"];

    /// <param name="folder">The repository's files.</param>
    public static async Task<IReadOnlyList<SuiteRow>> ReadAsync(string folder, CancellationToken cancellationToken) =>
    [
        await SuiteReading.ReadAsync($"{Repository} data", Files(folder, "data"), (file, reading) => CompareAsync(file, reading, cancellationToken), cancellationToken),
        await SuiteReading.ReadAsync($"{Repository} shredded_variant", Files(folder, "shredded_variant"), (file, reading) => CompareAsync(file, reading, cancellationToken), cancellationToken),
        await SuiteReading.ReadAsync($"{Repository} bad_data", Files(folder, "bad_data"), (file, reading) => MustRefuseAsync(file, reading, cancellationToken), cancellationToken),
    ];

    private static string[] Files(string folder, string part) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(folder, part), "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".parquet", StringComparison.Ordinal) || file.EndsWith(".parquet.encrypted", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<SuiteVerdict> CompareAsync(string file, Reading reading, CancellationToken cancellationToken)
    {
        var isDamaged = file.Contains("corrupt", StringComparison.Ordinal) || file.Contains("malformed", StringComparison.Ordinal);
        if (reading.Reason is { } reason)
        {
            return isDamaged || Sound.Any(word => reason.Contains(word, StringComparison.Ordinal)) ? SuiteVerdict.Good : SuiteVerdict.Wrong($"refused: {reason}");
        }

        var compared = await ReadingProcess.RunAsync(HostileCommand.CompareArguments(file), cancellationToken);
        if (compared.Failure is { } failure) return SuiteVerdict.Unknown($"not compared: {failure}");
        return compared.Reason is null ? SuiteVerdict.Good : compared.Rows < 0 ? SuiteVerdict.Unknown(compared.Reason) : SuiteVerdict.Wrong(compared.Reason);
    }

    // What harmed one library need not be damage: where DuckDB reads the same, nothing is wrong.
    private static async Task<SuiteVerdict> MustRefuseAsync(string file, Reading reading, CancellationToken cancellationToken)
    {
        if (reading.Reason is not null) return SuiteVerdict.Good;
        var compared = await ReadingProcess.RunAsync(HostileCommand.CompareArguments(file), cancellationToken);
        return compared is { Failure: null, Reason: null } ? SuiteVerdict.Unknown("read, as DuckDB reads it") : SuiteVerdict.Wrong("read");
    }
}
