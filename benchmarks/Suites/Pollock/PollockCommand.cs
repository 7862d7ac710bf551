using System.CommandLine;
using System.Globalization;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Local;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Suites.Pollock;

/// <summary>Prints the score of the public benchmark for loading polluted CSV files.</summary>
internal static class PollockCommand
{
    private const string Polluted = "polluted_files";
    private const string Real = "survey_sample";

    private static readonly (string System, double Simple, double Weighted)[] Published =
    [
        ("The best with each file's parameters given (DuckDB 1.2)", 9.961, 9.599),
        ("CleverCSV 0.7.4", 9.193, 9.453),
        ("DuckDB 1.2, by detection", 9.075, 8.439),
    ];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = "A checkout of HPI-Information-Systems/Pollock; nothing of it belongs to this project"
        };
        var loaded = new Option<DirectoryInfo?>("--loaded")
        {
            Description = "Score what another system has loaded (its folder 'loading') instead of loading",
            HelpName = "DIR"
        };
        var worst = new Option<int>("--worst") { Description = "Show so many files with the lowest scores", HelpName = "N" };
        var command = new Command(
            "pollock",
            "Read the polluted files of the Pollock benchmark without parameters and score the result") { folder, loaded, worst };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var root = parsed.GetRequiredValue(folder).FullName;
            var output = CommandTerminal.Of(parsed).Output;
            var polluted = new PollockSet(root, Polluted);
            if (!polluted.Exists)
                throw new UserErrorException(
                    $"{Path.Combine(root, Polluted, "csv")} is not there: give a checkout of HPI-Information-Systems/Pollock.");
            var scores = await PollockStudy.RunAsync(polluted, parsed.GetValue(loaded)?.FullName, cancellationToken);
            var weights = polluted.Weights();
            var simple = scores.Values.Average(score => score.Sum);
            var weighted = scores.Sum(score => weights[score.Key] * score.Value.Sum);

            var table = new MarkdownTable("read", "files", "simple", "weighted");
            table.Add("This project, without parameters", Figures.Count(scores.Count), Show(simple), Show(weighted));
            foreach (var (system, itsSimple, itsWeighted) in Published)
                table.Add($"{system}, published", "2,290", Show(itsSimple), Show(itsWeighted));
            await output.WriteLineAsync(table.ToString());
            await WriteWorstAsync(output, scores, parsed.GetValue(worst));
            if (parsed.GetValue(loaded) is null)
                await WriteRealAsync(output, new PollockSet(root, Real), parsed.GetValue(worst), cancellationToken);
            await output.WriteLineAsync($"pollock simple={Two(simple)} weighted={Two(weighted)}");
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task WriteRealAsync(TextWriter output, PollockSet real, int worst, CancellationToken cancellationToken)
    {
        if (!real.Exists)
        {
            await output.WriteLineAsync($"SKIPPED: the real files; {Real}/csv is not there.\n");
            return;
        }

        var scores = await PollockStudy.RunAsync(real, loaded: null, cancellationToken);
        await output.WriteLineAsync(
            $"{Figures.Count(scores.Count)} real files: {Show(scores.Values.Average(score => score.Sum))} (CleverCSV 8.84, pandas 6.34)\n");
        await WriteWorstAsync(output, scores, worst);
    }

    private static async Task WriteWorstAsync(TextWriter output, IReadOnlyDictionary<string, PollockScore> scores, int worst)
    {
        foreach (var (file, score) in scores.OrderBy(pair => pair.Value.Sum).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(worst))
        {
            await output.WriteLineAsync(
                $"{Show(score.Sum)} header {Show(score.Header.F1)} records {Show(score.Records.F1)} cells {Show(score.Cells.F1)} {file}");
        }
    }

    private static string Show(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Two(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
