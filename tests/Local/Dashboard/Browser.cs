using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>A page in the machine's own Chromium, and what it complained about.</summary>
internal sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome"];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Browser(IPlaywright playwright, IBrowser browser, IPage page)
    {
        _playwright = playwright;
        _browser = browser;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Console errors, uncaught exceptions, failed requests, and requests to other hosts than the server's.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Opens a browser; skips the test, loudly, where none is installed.</summary>
    /// <param name="server">The only host that pages may ask.</param>
    /// <param name="script">File of a script that runs before those of each page; null for none.</param>
    public static async Task<Browser> OpenAsync(Uri server, string? script = null)
    {
        var executable = Find();
        if (executable is null) Assert.Skip($"No browser on PATH ({string.Join(", ", Names)}): install Chromium to test the dashboard.");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            Headless = true,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 900 }, Locale = "en-GB" });
        // Unlike a script element, this one is not subject to the page's security policy.
        if (script is not null) await page.AddInitScriptAsync(scriptPath: script);
        var opened = new Browser(playwright, browser, page);
        opened.Listen(server);
        return opened;
    }

    /// <summary>Shows a page of the dashboard, and returns when it stands there.</summary>
    /// <param name="route">Page and parameters, such as <c>supply?view=days</c>.</param>
    /// <param name="language">Code of a language; null leaves the choice to the dashboard.</param>
    public async Task ShowAsync(Uri server, string route, string? language = null)
    {
        // From one fragment to another a browser does not load: leave first.
        await Page.GotoAsync("about:blank");
        await Page.GotoAsync($"{server}{(language is null ? "" : $"?lang={language}")}#/{route}");
        await ReadyAsync();
    }

    /// <summary>Waits until the page has what it was asked for.</summary>
    public Task ReadyAsync() => Page.WaitForSelectorAsync("main:not([aria-busy]) h1");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    private void Listen(Uri server)
    {
        Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") Complaints.Add($"{message.Type}: {message.Text}");
        };
        Page.PageError += (_, error) => Complaints.Add($"uncaught: {error}");
        Page.RequestFailed += (_, request) => Complaints.Add($"failed: {request.Url} {request.Failure}");
        Page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != server.Authority) Complaints.Add($"foreign host: {request.Url}");
        };
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
        .FirstOrDefault(File.Exists);
}
