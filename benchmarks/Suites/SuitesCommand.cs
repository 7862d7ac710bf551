using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using CommunityDemand.Benchmarks.Reports;
using CommunityDemand.Benchmarks.Suites.Encodings;
using CommunityDemand.Benchmarks.Suites.Parquet;
using CommunityDemand.Benchmarks.Suites.Workbooks;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Suites;

/// <summary>Reads public collections of files and prints what became of them.</summary>
internal static class SuitesCommand
{
    private static readonly ISuite[] Suites =
        [new EncodingSuite(), new SheetJsSuite(), new ClosedXmlSuite(), new ParquetTestingSuite(), new ArrowTestingSuite()];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("FOLDER")
        {
            Description = "Checkouts of the public repositories, each in a folder of its own; nothing of them belongs to this project"
        };
        var show = new Option<bool>("--show") { Description = "Show each file that was missed, wrong or crashed" };
        var command =
            new Command("suites", "Read other people's collections of files and count what was read, refused and wrong") { folder, show };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = CommandTerminal.Of(parsed).Output;
            var table = new MarkdownTable(
                "suite", "files", "read", "refused", "missed", "wrong", "crashed", "cells equal", "slowest", "peak memory", "goal");
            foreach (var suite in Suites)
            {
                if (Find(parsed.GetRequiredValue(folder), suite) is not { } checkout)
                {
                    await output.WriteLineAsync(
                        $"SKIPPED: {suite.Repository}: no folder {suite.Folder} in {parsed.GetRequiredValue(folder)}.");
                    continue;
                }

                var tally = await SuiteTally.OfAsync(suite.RunAsync(checkout, cancellationToken), cancellationToken);
                table.Add(
                    suite.Repository, Figures.Count(tally.Files), Figures.Count(tally[SuiteOutcome.Read]),
                    Figures.Count(tally[SuiteOutcome.Refused]),
                    Figures.Count(tally[SuiteOutcome.Missed]), Figures.Count(tally[SuiteOutcome.Wrong]),
                    Figures.Count(tally[SuiteOutcome.Crashed]),
                    tally.Cells == 0 ? "" : $"{Figures.Count(tally.EqualCells)} of {Figures.Count(tally.Cells)}",
                    $"{tally.Slowest.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s ({tally.SlowestFile})",
                    $"{PeakMegabytes(tally)} MB", suite.Goal);
                if (!parsed.GetValue(show)) continue;
                foreach (var failure in tally.Failures) await output.WriteLineAsync($"{failure.Outcome}: {failure.File}: {failure.Note}");
            }

            await output.WriteLineAsync(table.ToString());
            return ExitCode.Success;
        });
        return command;
    }

    private static string? Find(DirectoryInfo folder, ISuite suite)
    {
        var path = Path.Combine(folder.FullName, suite.Folder);
        return Directory.Exists(path) ? path : null;
    }

    // Of the whole process: suites run one after the other, so that a peak stays.
    private static long PeakMegabytes(SuiteTally tally)
    {
        if (tally.Peak > 0) return tally.Peak >> 20;
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 >> 20;
    }
}
