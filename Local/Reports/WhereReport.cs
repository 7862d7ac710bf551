using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Reading;

namespace CommunityDemand.Local.Reports;

/// <summary>Report of where the results are, and of the commands that read them.</summary>
internal static class WhereReport
{
    public static async Task WriteAsync(
        LocalSession session, DirectoryInfo folder, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var output = terminal.Output;
        var tables = await session.Get<TableExporter>().ListAsync(cancellationToken);
        await output.WriteLineAsync();
        await output.WriteLineAsync($"Tables: {string.Join(", ", tables.Select(table => $"{table.Name} {table.Rows:N0} rows"))}");
        if (!session.IsEmbedded)
        {
            // The connection string contains a secret, and the user knows it.
            await output.WriteLineAsync("  in the storage of --storage");
            return;
        }

        var option = folder.Name == ".local" && folder.Parent?.FullName == Environment.CurrentDirectory
            ? ""
            : $" --data {Path.GetRelativePath(Environment.CurrentDirectory, folder.FullName)}";
        await output.WriteLineAsync($"  to list and export them: dotnet run --project Local -- tables{option}");
        await output.WriteLineAsync(
            $"  while this command or 'serve{option}' runs, any Azure Tables client can read them with the emulator's own "
                + "connection string:");
        await output.WriteLineAsync($"  {session.ConnectionString}");
    }
}
