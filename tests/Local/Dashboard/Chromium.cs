using CommunityDemand.Tests.Support;
using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>The machine's own Chromium, started once for all tests of the dashboard; each test has a fresh profile in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Opens a page in a fresh profile; skips the test, loudly, where no browser is installed.</summary>
    /// <param name="server">The only host that pages may ask.</param>
    /// <param name="script">File of a script that runs before those of each page; null for none.</param>
    internal async Task<Browser> OpenAsync(Uri server, string? script = null)
    {
        NeedsAttribute.Demand<UsesBrowserAttribute>();
        var executable = Find();
        if (executable is null) Assert.Skip($"No browser on PATH ({string.Join(", ", Names)}): install Chromium to test the dashboard.");
        _playwright ??= await StartAsync();
        _browser ??= await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        var context = await _browser.NewContextAsync(
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 }, Locale = "en-GB" });
        // Unlike a script element, this one is not subject to the page's security policy.
        if (script is not null) await context.AddInitScriptAsync(scriptPath: script);
        return new Browser(context, await context.NewPageAsync(), server);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }

    private static async Task<IPlaywright> StartAsync()
    {
        Assertions.SetDefaultExpectTimeout((float)Browser.Patience.TotalMilliseconds);
        return await Playwright.CreateAsync();
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
        .FirstOrDefault(File.Exists);
}
