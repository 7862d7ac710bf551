using System.CommandLine;
using CommunityDemand.Local.Hosting;
using CommunityDemand.Local.Reports;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Local.Uploading;
using CommunityDemand.Pipeline.Ingest;
using CommunityDemand.Pipeline.Reading;
using CommunityDemand.Pipeline.Runs;
using CommunityDemand.Pipeline.Storage;

namespace CommunityDemand.Local.Commands;

/// <summary>
/// Command that shows everything once: storage, the files of a city, ingest, a run, a summary for planners, and the dashboard.
/// </summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var city = new CityOptions();
        var input = new Option<DirectoryInfo>("--input")
        {
            Description = "Folder with the files of a real city, instead of the sample city",
            HelpName = "DIR"
        };
        var noServe = new Option<bool>("--no-serve") { Description = "End after the summary, without serving the dashboard" };
        input.AcceptExistingOnly();
        var command = new DocumentedCommand(
            "demo",
            "Start storage, ingest the files of a city, run the night and serve the dashboard",
            "demo",
            "demo --no-serve",
            "demo --input ../shared/data/chicago-sanitation-311")
        {
            input, noServe, ServeCommand.Port,
        };
        city.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(input) is not null && city.FirstGiven(result) is { } given)
                result.AddError($"{given} describes the sample city, which --input replaces. Leave out one of the two.");
        });
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            var folder = DataFolder.OfDemo(parsed, parsed.GetValue(input));
            await using var session = await LocalSession.OpenAsync(parsed, folder, terminal, cancellationToken);
            var drops = parsed.GetValue(input) is { } own
                ? [await ClassifyAsync(session, own, terminal, cancellationToken)]
                : await CityAsync(
                    city.FirstGiven(parsed.CommandResult) is null ? null : city.Read(parsed), folder, terminal, cancellationToken);
            await ShowAsync(session, drops, folder, terminal, cancellationToken);
            if (!parsed.GetValue(noServe))
                await ServeCommand.ServeAsync(session, parsed.GetValue(ServeCommand.Port), terminal, cancellationToken);
            return ExitCode.Success;
        });
        return command;
    }

    private static async Task ShowAsync(
        LocalSession session, IReadOnlyList<IReadOnlyList<LocalUpload>> drops, DirectoryInfo folder, CommandTerminal terminal,
        CancellationToken cancellationToken)
    {
        var (sent, accounts) = await new Intake(session, terminal).TakeDropsAsync(drops, cancellationToken);
        var tables = new TableRows(session.Get<ITableReader>());
        var all = await UploadsReport.ReadAllAsync(tables, cancellationToken);
        UploadsReport.Write(terminal.Console, all);
        await terminal.Output.WriteLineAsync(UploadsReport.Sentence(sent, accounts));
        var foreign = all.Select(account => account.Blob).Except(drops.SelectMany(drop => drop).Select(upload => upload.BlobName)).ToList();
        if (foreign.Count > 0)
            terminal.Say(
                $"This storage also holds {foreign.Count:N0} other files, and the forecasts include them: "
                    + $"{PrintableText.Of(foreign[0])}, ...");
        await terminal.Output.WriteLineAsync();
        await RunCommand.RunAsync(session, new RunRequest(), terminal, cancellationToken);
        await WhereReport.WriteAsync(session, folder, terminal, cancellationToken);
    }

    private static async Task<IReadOnlyList<LocalUpload>> ClassifyAsync(
        LocalSession session, DirectoryInfo input, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var (uploads, problems) = await LocalFiles.ClassifyAsync(session.Get<IUploadClassifier>(), [input], cancellationToken);
        foreach (var problem in problems) terminal.Say($"left out: {PrintableText.Of(problem)}");
        return uploads.Count > 0
            ? uploads
            : throw new UserErrorException(
                $"No file below {input.FullName} belongs to a dataset. docs/uploads.md describes valid files, and mappings for "
                    + "other files.");
    }

    // The city is in the data folder. Without options, an existing city is used; a city with other options belongs to the user and is
    // kept.
    private static async Task<IReadOnlyList<IReadOnlyList<LocalUpload>>> CityAsync(
        SampleCityOptions? wanted, DirectoryInfo folder, CommandTerminal terminal, CancellationToken cancellationToken)
    {
        var root = Path.Combine(folder.FullName, "city");
        var manifest = await SampleCityManifest.ReadAsync(root, cancellationToken);
        if (manifest is { IsCurrent: true } && wanted is not null && manifest.Options != wanted)
        {
            throw new UserErrorException(
                $"{root} holds a sample city with other options ({manifest.Options.Communities} communities, {manifest.Options.Services} "
                    + $"services, seed {manifest.Options.Seed}). Keep the two apart with --data DIR, or delete {folder.FullName}.");
        }

        if (manifest is not { IsCurrent: true })
            manifest = await GenerateCommand.WriteAsync(wanted ?? new SampleCityOptions(), root, terminal, cancellationToken);
        return [.. manifest.Drops.Select(drop => Uploads(Path.Combine(root, drop.Folder), drop))];
    }

    private static IReadOnlyList<LocalUpload> Uploads(string folder, SampleCityDrop drop) =>
        [.. drop.Files.Select(file => new LocalUpload(new FileInfo(Path.Combine(folder, file)), StorageNames.UploadsContainer, file))];
}
