using System.CommandLine;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Ingest.Inspection;

namespace CommunityDemand.Local.Commands;

/// <summary>Shows how files are understood; stores nothing.</summary>
internal static class InspectCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("FILE") { Description = "Tables of any format that is read", Arity = ArgumentArity.OneOrMore };
        files.AcceptExistingOnly();
        var table = new Option<FileSystemInfo>("--table")
        {
            Description = "Where to write the table as it was understood: a file, or a folder for several",
            HelpName = "OUT",
            Required = true,
        };
        var command = new DocumentedCommand(
            "inspect",
            "Write a table as it was understood, as plain CSV (UTF-8), with the rows that can't be placed beside it; stores nothing",
            "inspect export.xls --table export.csv",
            "inspect march/a.csv march/b.csv --table understood/") { files, table };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var inputs = parsed.GetRequiredValue(files);
            var target = parsed.GetRequiredValue(table);
            var isFolder = inputs.Length > 1 || target is DirectoryInfo || Directory.Exists(target.FullName);
            if (isFolder) Directory.CreateDirectory(target.FullName);
            var problems = 0;
            foreach (var input in inputs)
            {
                var output =
                    isFolder ? Path.Combine(target.FullName, Path.GetFileNameWithoutExtension(input.Name) + ".csv") : target.FullName;
                if (Path.GetFullPath(output) == input.FullName)
                    throw new UserErrorException($"{output} is the file that is read: give another name or folder.");
                var made = await TableExport.WriteAsync(input.FullName, output, cancellationToken);
                if (made.Problem is not null) problems++;
                foreach (var line in Sentences(input.Name, output, made)) await terminal.Output.WriteLineAsync(PrintableText.Of(line));
            }

            return problems > 0 ? ExitCode.UserError : ExitCode.Success;
        });
        return command;
    }

    private static IEnumerable<string> Sentences(string input, string output, ExportedTable made)
    {
        if (made.Problem is { } problem)
        {
            yield return $"{input}: {problem}";
            yield break;
        }

        foreach (var assumption in made.Assumptions) yield return $"{input}: {assumption}";
        if (made.Mended > 0) yield return $"{input}: {made.Mended} rows are written as they are most likely meant; ingest rejects them.";
        if (made.LeftOut > 0)
            yield return $"{input}: {made.LeftOut} rows can't be placed; {output}{TableExport.LeftOutSuffix} has them with the reasons.";
        yield return $"{input}: {made.Placed} rows written to {output}.";
    }
}
