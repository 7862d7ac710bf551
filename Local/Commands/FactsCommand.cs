using System.CommandLine;
using System.Globalization;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Local.Uploading;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Reading.FactExports;

namespace CommunityDemand.Local.Commands;

/// <summary>Writes out the facts that count.</summary>
internal static class FactsCommand
{
    private const string StandardOutput = "-";

    public static Command Create()
    {
        var dataset = new Argument<string>("DATASET") { Description = $"Dataset: {string.Join(", ", FactExporter.Datasets)}" };
        dataset.AcceptOnlyFromAmong([.. FactExporter.Datasets]);
        var output = new Option<string>("--output")
        {
            Description = "File to write, .csv or .parquet; - for standard output as CSV",
            HelpName = "FILE",
            Required = true,
        };
        var input = new Option<DirectoryInfo>("--input")
        {
            Description = "Folder with files to read first; without --data or --storage nothing of it is kept",
            HelpName = "DIR",
        };
        input.AcceptExistingOnly();
        var from = Day("--from", "First day");
        var to = Day("--to", "Last day");
        var community = new Option<string?>("--community") { Description = "Code of the only community to export", HelpName = "CODE" };
        var service = new Option<string?>("--service") { Description = "Code of the only service to export", HelpName = "CODE" };
        var command = new DocumentedCommand(
            "facts",
            "Export the facts of a dataset that count, as CSV or Parquet",
            "facts usage --output usage.parquet",
            "facts usage --input ./march --output -",
            "facts feedback --from 2026-01-01 --to 2026-03-31 --community C01 --output spring.csv")
        {
            dataset, output, input, from, to, community, service,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var filter = new FactFilter(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(community), parsed.GetValue(service));
            var target = Target.Of(parsed.GetRequiredValue(output));
            using var folder = SessionFolder.Of(parsed, parsed.GetValue(input));
            await using var session = await LocalSession.OpenAsync(parsed, folder.Directory, terminal, cancellationToken);
            var complete = parsed.GetValue(input) is not { } files || await IngestAsync(session, files, terminal, cancellationToken);
            await ExportAsync(session.Get<FactExporter>(), parsed.GetRequiredValue(dataset), filter, target, terminal, cancellationToken);
            return complete ? ExitCode.Success : ExitCode.UserError;
        });
        return command;
    }

    private static Option<DateOnly?> Day(string name, string what) => new(name)
    {
        Description = $"{what} to export, such as 2026-03-01",
        HelpName = "DAY",
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
            result.AddError($"{name} '{text}' is not a day such as 2026-03-01.");
            return null;
        },
    };

    // The account goes where notes go: standard output may be the result's.
    private static async Task<bool> IngestAsync(
        LocalSession session, DirectoryInfo input, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var (uploads, problems) = await LocalFiles.ClassifyAsync(session.Get<IUploadClassifier>(), [input], cancellationToken);
        foreach (var problem in problems) terminal.Say($"left out: {PrintableText.Of(problem)}");
        var (sent, accounts) = await new Intake(session, terminal).TakeAsync(uploads, cancellationToken);
        foreach (var line in UploadsReport.LeftOut(accounts).Concat(UploadsReport.Untaken(accounts))) terminal.Say(line);
        terminal.Say(UploadsReport.Sentence(sent, accounts));
        return problems.Count == 0;
    }

    private static async Task ExportAsync(
        FactExporter exporter,
        string dataset,
        FactFilter filter,
        Target target,
        CommandTerminal terminal,
        CancellationToken cancellationToken)
    {
        try
        {
            Task<long> Export(Stream stream) => exporter.ExportAsync(dataset, filter, target.Format, stream, cancellationToken);
            if (target.File is null)
            {
                await ResultFile.WriteAsync(terminal.Output, Export, cancellationToken);
                return;
            }

            var rows = await ResultFile.WriteAsync(target.File, Export);
            terminal.Say($"{rows:N0} facts of {dataset} are in {target.File.FullName}");
        }
        catch (ArgumentException told)
        {
            throw new UserErrorException(told.Message, told);
        }
    }

    /// <summary>Where facts go.</summary>
    /// <param name="File">The file; null for standard output.</param>
    private sealed record Target(FileInfo? File, FactFormat Format)
    {
        /// <exception cref="UserErrorException">The name tells no format.</exception>
        public static Target Of(string output) => (output, Path.GetExtension(output).ToUpperInvariant()) switch
        {
            (StandardOutput, _) => new Target(null, FactFormat.Csv),
            (_, ".CSV") => new Target(new FileInfo(output), FactFormat.Csv),
            (_, ".PARQUET") => new Target(new FileInfo(output), FactFormat.Parquet),
            _ => throw new UserErrorException(
                $"--output {output} is neither .csv nor .parquet. Name such a file, or - for standard output."),
        };
    }
}
