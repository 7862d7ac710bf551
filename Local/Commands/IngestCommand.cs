using System.CommandLine;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Local.Uploading;
using CommunityDemand.Pipeline.Ingest;

namespace CommunityDemand.Local.Commands;

/// <summary>Command that uploads files and ingests them.</summary>
internal static class IngestCommand
{
    public static Command Create()
    {
        var paths = new Argument<FileSystemInfo[]>("PATH")
        {
            Description = "Files, and folders with their subfolders; *.mapping.json files map foreign columns",
            Arity = ArgumentArity.OneOrMore,
        };
        paths.AcceptExistingOnly();
        var command = new DocumentedCommand(
            "ingest",
            "Upload files and ingest each of them once; prints the account of every dataset",
            "ingest ./march",
            "ingest usage-2026-03.csv capacity.xlsx chicago.mapping.json") { paths };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            await using var session = await LocalSession.OpenAsync(parsed, terminal, cancellationToken);
            var (uploads, problems) = await LocalFiles.ClassifyAsync(
                session.Get<IUploadClassifier>(), parsed.GetRequiredValue(paths), cancellationToken);
            foreach (var problem in problems) terminal.Say($"left out: {PrintableText.Of(problem)}");
            if (uploads.Count == 0)
            {
                throw new UserErrorException(problems.Count == 0
                    ? "There are no files there; nothing was uploaded."
                    : "None of these files belongs to a dataset; nothing was uploaded.");
            }

            var (sent, accounts) = await new Intake(session, terminal).TakeAsync(uploads, cancellationToken);
            UploadsReport.Write(terminal.Console, accounts);
            await terminal.Output.WriteLineAsync(UploadsReport.Sentence(sent, accounts));
            foreach (var line in UploadsReport.Replacements(sent)) await terminal.Output.WriteLineAsync(line);
            return problems.Count > 0 ? ExitCode.UserError : ExitCode.Success;
        });
        return command;
    }
}
