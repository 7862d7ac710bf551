using System.CommandLine;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Ingest.Inspection;
using CommunityDemand.Pipeline.Ingest.Mappings;
using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Local.Commands;

/// <summary>Shows how files are understood; stores nothing.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE")
        {
            Description = "Tables of any format that is read; *.mapping.json files map foreign columns",
            Arity = ArgumentArity.OneOrMore,
        };
        files.AcceptExistingOnly();
        var json = new Option<bool>("--json") { Description = "Print the reports as JSON" };
        var mapping = new Option<FileInfo?>("--write-mapping")
        {
            Description = "Where to write a mapping to begin with, such as new.mapping.json",
            HelpName = "OUT",
        };
        var table = new Option<FileSystemInfo?>("--table")
        {
            Description = "Write the table as it was understood instead, as plain CSV (UTF-8): a file, or a folder for several",
            HelpName = "OUT",
        };
        var command = new DocumentedCommand(
            "inspect",
            "Show how files would be ingested: format, columns, dataset, dates and numbers, first facts, account; stores nothing",
            "inspect march.xlsx",
            "inspect new.csv --write-mapping new.mapping.json",
            "inspect new.csv new.mapping.json",
            "inspect export.xls --table export.csv") { files, json, mapping, table };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var inputs = parsed.GetRequiredValue(files);
            return parsed.GetValue(table) is { } target
                ? await InspectedTables.WriteAsync(inputs, target, terminal, cancellationToken)
                : await InspectAsync(inputs, parsed.GetValue(json), parsed.GetValue(mapping), terminal, cancellationToken);
        });
        return command;
    }

    private static async Task<int> InspectAsync(
        FileInfo[] inputs, bool asJson, FileInfo? target, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var (mappings, tables) = (inputs.Where(IsMapping).ToArray(), inputs.Where(input => !IsMapping(input)).ToArray());
        if (tables.Length == 0) throw new UserErrorException("Name a table to inspect beside the mappings.");
        if (target is not null && tables.Length > 1) throw new UserErrorException("--write-mapping is for one table: name one.");
        if (target is not null && !IsMapping(target)) throw new UserErrorException($"Name the mapping *{FileInspector.MappingSuffix}.");
        var reports = await ReadAsync(tables, mappings, cancellationToken);
        if (asJson) await terminal.Output.WriteLineAsync(FileReportJson.Write(reports));
        foreach (var report in reports)
        {
            if (!asJson) InspectionReport.Write(terminal.Console, report);
            if (target is not null) await WriteMappingAsync(report, target, cancellationToken);
            terminal.Say(PrintableText.Of(NextOf(report, target)));
        }

        return reports.All(report => report.IsReady) ? ExitCode.Success : ExitCode.UserError;
    }

    private static bool IsMapping(FileInfo file) => FileInspector.IsMapping(file.Name);

    private static async Task<IReadOnlyList<FileReport>> ReadAsync(
        FileInfo[] tables, FileInfo[] mappings, CancellationToken cancellationToken)
    {
        try
        {
            var inspector = await FileInspector.CreateAsync(
                mappings.Select(mapping => mapping.FullName), TimeProvider.System, cancellationToken);
            var reports = new List<FileReport>();
            foreach (var table in tables) reports.Add(await inspector.InspectAsync(table.FullName, cancellationToken));
            return reports;
        }
        catch (MappingException invalid)
        {
            throw new UserErrorException(invalid.Message, invalid);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"A file cannot be read: {FileFaultMessages.Tell(unreadable)}.", unreadable);
        }
    }

    private static async Task WriteMappingAsync(FileReport report, FileInfo target, CancellationToken cancellationToken)
    {
        if (report.Mapping is not { } mapping)
            throw new UserErrorException($"No column of {report.File} resembles one of a dataset: no mapping can be proposed.");
        if (target.Exists) throw new UserErrorException($"{target.FullName} exists: name another file.");
        await File.WriteAllTextAsync(target.FullName, mapping, cancellationToken);
    }

    private static string NextOf(FileReport report, FileInfo? written)
    {
        if (written is not null) return $"{report.File}: check {written.Name}, then: inspect {report.File} {written.Name}";
        if (report.IsReady) return $"{report.File}: ready to ingest.";
        return report.Mapping is null
            ? $"{report.File}: to be mended before it is ingested."
            : $"{report.File}: to be mended or mapped; --write-mapping new{FileInspector.MappingSuffix} writes a mapping to begin with.";
    }
}
