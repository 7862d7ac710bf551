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
    public static async Task<Browser> OpenAsync(Uri server, ColorScheme scheme = ColorScheme.Light, int width = 1280, int height = 900)
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
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = height } });
        var opened = new Browser(playwright, browser, page);
        opened.Listen(server);
        return opened;
    }

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
            if (new Uri(request.Url) is { Scheme: not "data" } address && address.Authority != server.Authority) Complaints.Add($"foreign host: {request.Url}");
        };
    }

    private static string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .SelectMany(folder => Names.Select(name => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)))
        .FirstOrDefault(File.Exists);
}
