using System.CommandLine;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Reading.Description;
using CommunityDemand.Pipeline.Texts;
using Spectre.Console;

namespace CommunityDemand.Local.Commands;

/// <summary>Lists the public tables, or writes one out.</summary>
internal static class TablesCommand
{
    public static Command Create()
    {
        var name = new Argument<string?>("NAME")
        {
            Description = "Table to export, such as Forecasts; without it the tables are listed",
            Arity = ArgumentArity.ZeroOrOne
        };
        var format = new Option<string>("--format") { Description = "csv or json", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("csv", "json");
        var output = new Option<FileInfo?>("--output") { Description = "File to write; without it standard output", HelpName = "FILE" };
        var run = new Option<string?>("--run")
        {
            Description = "Run to export, by its id in table Runs; without it the current one",
            HelpName = "ID"
        };
        var describe = new Option<bool>("--describe")
        {
            Description = "Tell what the table's columns mean, in English and Chinese, instead of its rows"
        };
        var language = new Option<string>("--lang") { Description = "Language of texts: en or zh", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong([.. Languages.Codes]);
        var command = new DocumentedCommand(
            "tables",
            "List the result tables with their rows, or export one as CSV or JSON",
            "tables",
            "tables SupplyDemand --output shortages.csv",
            "tables Forecasts --format json --run 20260331-1f2e3d4c",
            "tables Satisfaction --describe") { name, format, output, run, language, describe };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            if (parsed.GetValue(describe))
            {
                Describe(
                    parsed.GetValue(name)
                        ?? throw new UserErrorException("--describe needs a table. Name one, such as: tables Forecasts --describe"),
                    terminal);
                return ExitCode.Success;
            }

            await using var session = await LocalSession.OpenAsync(parsed, terminal, cancellationToken);
            var exporter = session.Get<TableExporter>();
            if (parsed.GetValue(name) is { } table)
            {
                await ExportAsync(
                    exporter, table, parsed.GetValue(format)!, parsed.GetValue(run), parsed.GetValue(output),
                    Languages.Find(parsed.GetValue(language)!)!.Value, terminal, cancellationToken);
            }
            else
            {
                await ListAsync(exporter, terminal, cancellationToken);
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task ListAsync(TableExporter exporter, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var list =
            new Table().Border(TableBorder.Simple).AddColumn("Table").AddColumn("Rows", column => column.RightAligned()).AddColumn("Run");
        foreach (var table in await exporter.ListAsync(cancellationToken))
            list.AddRow(table.Name, $"{table.Rows:N0}", Markup.Escape(table.Run ?? ""));
        terminal.Console.Write(list);
    }

    private static void Describe(string table, CommandTerminal terminal)
    {
        try
        {
            var list = new Table()
                .Border(TableBorder.Simple).AddColumn("Column").AddColumn("Type").AddColumn("Unit").AddColumn("Meaning").AddColumn("含义");
            foreach (var column in TableReference.Of(table))
                list.AddRow(
                    column.Name, column.Type, Markup.Escape(column.Unit), Markup.Escape(column.English), Markup.Escape(column.Chinese));
            terminal.Console.Write(list);
        }
        catch (ArgumentException unknown)
        {
            throw new UserErrorException(unknown.Message, unknown);
        }
    }

    private static async Task ExportAsync(
        TableExporter exporter, string table, string format, string? run, FileInfo? file, Language language, CommandTerminal terminal,
        CancellationToken cancellationToken)
    {
        try
        {
            Task<long> Export(Stream stream) => exporter.ExportAsync(table, format, stream, run, language, cancellationToken);
            if (file is null)
            {
                await ResultFile.WriteAsync(terminal.Output, Export, cancellationToken);
                return;
            }

            var rows = await ResultFile.WriteAsync(file, Export);
            terminal.Say($"{rows:N0} rows of {table} are in {file.FullName}");
        }
        catch (Exception told) when (told is ArgumentException or RunRetiredException)
        {
            throw new UserErrorException(told.Message, told);
        }
        catch (Exception failure) when (file is not null && failure is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"{file!.FullName} cannot be written: {FileFaultMessages.Tell(failure)}. Choose another file with --output.", failure);
        }
    }
}
