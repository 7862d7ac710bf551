using System.Runtime.CompilerServices;
using CommunityDemand.Benchmarks.Hostile;

namespace CommunityDemand.Benchmarks.Suites.Parquet;

/// <summary>
/// Files of apache/parquet-testing: what is read must equal DuckDB's reading, what is refused must be nested, encrypted, damaged or packed
/// as nobody should.
/// </summary>
internal sealed class ParquetTestingSuite : ISuite
{
    private const string Damaged = "bad_data";

    private static readonly string[] Folders = ["data", "shredded_variant", Damaged];

    // What a refusal of a sound file says where it is right.
    private static readonly string[] Sound = ["nested", "encrypted", "packed", "intervals", "shapes"];

    public string Repository => "apache/parquet-testing";

    public string Folder => "parquet-testing";

    public string Goal => "as DuckDB reads it, or refused";

    public async IAsyncEnumerable<SuiteCase> RunAsync(string folder, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Folders)
        {
            foreach (var file in Files(Path.Combine(folder, part)))
            {
                yield return await ParquetReading.ReadAsync(
                    folder, file, reading => JudgeAsync(file, reading, part == Damaged, cancellationToken), cancellationToken);
            }
        }
    }

    private static string[] Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file =>
                file.EndsWith(".parquet", StringComparison.Ordinal) || file.EndsWith(".parquet.encrypted", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<SuiteCase> JudgeAsync(string file, Reading reading, bool isDamaged, CancellationToken cancellationToken)
    {
        if (reading.Reason is { } reason)
        {
            isDamaged |= file.Contains("corrupt", StringComparison.Ordinal) || file.Contains("malformed", StringComparison.Ordinal);
            var isRight = isDamaged || Sound.Any(word => reason.Contains(word, StringComparison.Ordinal));
            return new SuiteCase("", isRight ? SuiteOutcome.Refused : SuiteOutcome.Missed, reason);
        }

        // What harmed one library need not be damage: where DuckDB reads the same, nothing is wrong.
        var compared = await ReadingProcess.RunAsync(HostileCommand.CompareArguments(file), cancellationToken);
        if (compared is { Failure: null, Reason: null }) return new SuiteCase("", SuiteOutcome.Read);
        var note = compared.Failure ?? compared.Reason!;
        var isUnknown = !isDamaged && (compared.Failure is not null || compared.Rows < 0);
        return new SuiteCase("", isUnknown ? SuiteOutcome.Read : SuiteOutcome.Wrong, note);
    }
}
