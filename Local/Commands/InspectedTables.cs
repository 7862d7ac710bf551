using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Ingest.Inspection;

namespace CommunityDemand.Local.Commands;

/// <summary>Writes tables as they were understood.</summary>
internal static class InspectedTables
{
    /// <param name="target">A file, or a folder for several.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(
        FileInfo[] inputs, FileSystemInfo target, CommandTerminal terminal, CancellationToken cancellationToken)
    {
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
