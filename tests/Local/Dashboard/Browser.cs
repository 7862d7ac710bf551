using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>A page in a profile of its own, and what it complained about.</summary>
internal sealed class Browser : IAsyncDisposable
{
    /// <summary>
    /// How long a page may take before it counts as one that never comes: a slow machine is no failure, and its speed is tested elsewhere.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly IBrowserContext _context;

    public Browser(IBrowserContext context, IPage page, Uri server)
    {
        (_context, Page) = (context, page);
        context.SetDefaultTimeout((float)Patience.TotalMilliseconds);
        Listen(server);
    }

    public IPage Page { get; }

    /// <summary>Console errors, uncaught exceptions, failed requests, and requests to other hosts than the server's.</summary>
    public List<string> Complaints { get; } = [];

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
    public Task ReadyAsync() => Page.WaitForSelectorAsync("main:not([aria-busy]):not(:has([aria-busy])) h1");

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

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
            if (new Uri(request.Url) is { Scheme: "http" or "https" or "ws" or "wss" } address && address.Authority != server.Authority)
                Complaints.Add($"foreign host: {request.Url}");
        };
    }
}
