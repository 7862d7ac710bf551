using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Local;
using CommunityDemand.Local.Commands;
using CommunityDemand.Local.Terminal;

namespace CommunityDemand.Benchmarks.Pictures;

/// <summary>Takes the documents' pictures of a dashboard that runs.</summary>
internal static class ScreenshotsCommand
{
    private static readonly (string Name, string Route, int Height)[] Shots =
    [
        ("dashboard", "?lang=en#/overview", 800),
        ("dashboard-forecasts", "?lang=zh#/forecasts?service=meal-help", 860),
        ("dashboard-supply", "?lang=en#/supply", 560),
        ("dashboard-residents", "?lang=en#/residents?group=age_60_plus", 860),
        ("dashboard-match", "?lang=en#/match", 1000),
        ("dashboard-scenarios", "?lang=zh#/scenarios", 860),
        ("dashboard-satisfaction", "?lang=en#/satisfaction", 860),
        ("dashboard-improvements", "?lang=en#/improvements", 860),
        ("dashboard-participation", "?lang=zh#/participation", 860),
        ("dashboard-quality", "?lang=zh#/quality", 1000),
    ];

    public static Command Create()
    {
        var address = new Option<string>("--address")
        {
            Description = "Where a dashboard of the sample city runs (dotnet run --project Local)",
            HelpName = "URL",
            DefaultValueFactory = _ => "http://127.0.0.1:5080/",
        };
        var browser = new Option<string>("--browser")
        {
            Description = "Chromium's executable",
            HelpName = "FILE",
            DefaultValueFactory = _ => "chromium",
        };
        var output = new Option<DirectoryInfo>("--output")
        {
            Description = "Folder to write to",
            HelpName = "DIR",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Checkout.Root, "docs", "images")),
        };
        var command = new Command("screenshots", "Take pictures of a running dashboard, for README and docs/dashboard.md")
        {
            address, browser, output,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var terminal = CommandTerminal.Of(parsed);
            if (!Uri.TryCreate(parsed.GetRequiredValue(address), UriKind.Absolute, out var dashboard))
                throw new UserErrorException("--address is no address such as http://127.0.0.1:5080/.");
            var folder = Directory.CreateDirectory(parsed.GetRequiredValue(output).FullName).FullName;
            foreach (var (name, route, height) in Shots)
            {
                var path = Path.Combine(folder, name + ".png");
                await TakeAsync(parsed.GetRequiredValue(browser), new Uri(dashboard, route), path, height, cancellationToken);
                await terminal.Output.WriteLineAsync($"{path}  {new FileInfo(path).Length / 1024} KB");
            }

            return ExitCode.Success;
        });
        return command;
    }

    private static async Task TakeAsync(string browser, Uri page, string path, int height, CancellationToken cancellationToken)
    {
        File.Delete(path);
        // Virtual time runs until all that was asked for has come.
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", $"--window-size=1180,{height}",
            "--virtual-time-budget=20000", $"--screenshot={path}", page.AbsoluteUri,
        ];
        try
        {
            using var process = Process.Start(new ProcessStartInfo(browser, arguments) { RedirectStandardError = true })!;
            var told = await process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0 || !File.Exists(path))
                throw new UserErrorException($"{browser} took no picture of {page} (exit {process.ExitCode}).\n{told}");
        }
        catch (Win32Exception missing)
        {
            throw new UserErrorException(
                $"There is no '{browser}' on PATH. Install Chromium, or name its executable with --browser FILE.", missing);
        }
    }
}
