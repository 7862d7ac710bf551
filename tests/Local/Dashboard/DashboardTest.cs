using System.Globalization;
using System.Text.Json;
using CommunityDemand.Local.Reports;
using CommunityDemand.Tests.Support;
using Microsoft.Playwright;

namespace CommunityDemand.Tests.Local.Dashboard;

/// <summary>Tests of pages: a browser on the published city, the tables to compare with, and figures as the pages write them.</summary>
[Collection(DashboardSuite.Name)]
[UsesAzurite]
[UsesBrowser]
public abstract class DashboardTest(PublishedCity city, Chromium chromium) : IAsyncLifetime
{
    internal Browser Browser { get; private set; } = null!;

    /// <summary>Every page, and the second view of one.</summary>
    public static TheoryData<string> Routes { get; } =
    [
        "overview", "forecasts", "supply", "supply?view=days", "match", "scenarios", "residents", "satisfaction", "improvements",
        "participation", "quality", "runs",
    ];

    protected IPage Page => Browser.Page;

    protected PublishedCity City => city;

    public async ValueTask InitializeAsync()
    {
        await city.EnsureAsync(TestContext.Current.CancellationToken);
        Browser = await chromium.OpenAsync(city.Address, await ScriptAsync());
    }

    /// <summary>File of a script that runs before those of each page; null for none.</summary>
    protected virtual Task<string?> ScriptAsync() => Task.FromResult<string?>(null);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Browser is null ? ValueTask.CompletedTask : Browser.DisposeAsync();
    }

    protected Task ShowAsync(string route, string? language = null) => Browser.ShowAsync(city.Address, route, language);

    protected async Task<List<JsonElement>> ReadAsync(string table, params (string Key, string Value)[] query) =>
        await city.Tables.ReadAsync(table, query.ToDictionary(p => p.Key, p => p.Value), TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);

    /// <summary>The texts of a card's table, row by row.</summary>
    protected async Task<List<IReadOnlyList<string>>> RowsAsync(string card)
    {
        // A table behind a chart is made when it is opened; one that is open is no longer among the closed.
        var closed = Page.Locator($"section:has(#{card}) details:not([open]) > summary");
        while (await closed.CountAsync() > 0) await closed.First.ClickAsync();
        var rows = new List<IReadOnlyList<string>>();
        foreach (var row in await Page.Locator($"section:has(#{card}) tbody tr").AllAsync())
            rows.Add(await row.Locator("th, td").AllTextContentsAsync());
        return rows;
    }

    // As the page's Intl.NumberFormat does: one decimal below 20, none above, halves away from zero.
    protected static string Visits(double? value) => value < 20
        ? Math.Round(value.Value, 1, MidpointRounding.AwayFromZero).ToString("#,0.#", CultureInfo.InvariantCulture)
        : Whole(value);

    protected static string Whole(double? value) =>
        Math.Round(value!.Value, MidpointRounding.AwayFromZero).ToString("#,0", CultureInfo.InvariantCulture);

    protected static string Percent(double? value, int decimals = 0) =>
        Math.Round(100 * value!.Value, decimals, MidpointRounding.AwayFromZero)
            .ToString("0." + new string('0', decimals), CultureInfo.InvariantCulture) + "%";
}
