using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Suites.Parquet;
using CommunityDemand.Local.Commands;

namespace CommunityDemand.Benchmarks.Hostile;

/// <summary>Reads files made to harm and prints what each cost.</summary>
internal static class HostileCommand
{
    private const string Name = "hostile";
    private const string Read = "--read";
    private const string Compare = "--compare";

    public static Command Create()
    {
        var read = new Option<string?>(Read) { Hidden = true };
        var compare = new Option<string?>(Compare) { Hidden = true };
        var only = new Option<string?>("--only") { Description = "Files whose name has this text", HelpName = "TEXT" };
        var command = new Command(
            Name, "Read files made to harm, each in a process of its own, and print time, memory and reason") { read, compare, only };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetValue(read) is { } file)
                await output.WriteLineAsync(JsonSerializer.Serialize(await FileReading.ReadAsync(file, cancellationToken)));
            else if (parsed.GetValue(compare) is { } peer)
                await output.WriteLineAsync(JsonSerializer.Serialize(await DuckDbComparison.RunAsync(peer, cancellationToken)));
            else return await MeasureAsync(parsed.GetValue(only), output, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>Arguments under which this program reads one file and writes what came of it.</summary>
    public static string[] ReadArguments(string file) => [Name, Read, file];

    /// <summary>Arguments under which this program holds one file against DuckDB's reading.</summary>
    public static string[] CompareArguments(string file) => [Name, Compare, file];

    private static async Task<int> MeasureAsync(string? only, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hostile-");
        var table = new MarkdownTable("file", "bytes", "seconds", "peak MiB", "what is said");
        var good = 0;
        var files = HostileFiles.All().Where(file => only is null || file.Name.Contains(only, StringComparison.Ordinal)).ToArray();
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine(folder.FullName, file.Name);
                await using (var stream = File.Create(path)) file.Write(stream);
                var bytes = new FileInfo(path).Length;
                var reading = await ReadingProcess.RunAsync(ReadArguments(path), cancellationToken);
                File.Delete(path);
                if (IsGood(file, reading)) good++;
                table.Add(
                    IsGood(file, reading) ? file.Name : $"**{file.Name}**", bytes.ToString("N0", CultureInfo.InvariantCulture),
                    reading.Seconds.ToString("0.0", CultureInfo.InvariantCulture),
                    (reading.Peak >> 20).ToString(CultureInfo.InvariantCulture),
                    reading.Failure ?? reading.Reason ?? $"{reading.Rows} rows read, {reading.Faults} faults");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        await output.WriteLineAsync($"{table}\nhostile good={good} of={files.Length}");
        return good == files.Length ? ExitCode.Success : ExitCode.UserError;
    }

    private static bool IsGood(HostileFile file, Reading reading) =>
        reading.Failure is null
        && file.IsRefused == (reading.Reason is not null)
        && reading.Seconds < ReadingProcess.MostTime.TotalSeconds
        && reading.Peak < ReadingProcess.MostMemory;
}
