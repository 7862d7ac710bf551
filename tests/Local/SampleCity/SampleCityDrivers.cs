using System.Globalization;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Local.SampleCity;
using CommunityDemand.Models;
using CommunityDemand.Models.Engine;
using CommunityDemand.Models.Forecasts;
using City = CommunityDemand.Benchmarks.Sets.SampleCity;

namespace CommunityDemand.Tests.Local.SampleCity;

/// <summary>
/// What the engine names as drivers over a sample city, as nights of November and about Spring Festival (2026-02-17) would publish it.
/// </summary>
public sealed class SampleCityDrivers : IAsyncLifetime
{
    /// <summary>No driver depends on which members forecast: the quickest does.</summary>
    private static readonly EngineOptions Engine = new() { Boosting = false, BacktestOrigins = 1, Members = ["pooled_smoothing"] };

    /// <summary>Four years, so that the history of each night holds three whole ones.</summary>
    internal static SampleCityOptions Options { get; } = new()
    {
        Dirty = 0,
        Communities = 48,
        Services = 7,
        Years = 4,
        End = new DateOnly(2026, 2, 24),
    };

    /// <summary>28 days of November.</summary>
    internal Night Autumn { get; private set; } = null!;

    /// <summary>15 to 4 days before Spring Festival.</summary>
    internal Night Before { get; private set; } = null!;

    /// <summary>8 to 21 days after it.</summary>
    internal Night After { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var city = await City.MakeAsync(Options, CancellationToken.None);
        Autumn = await NightAsync(city, new DateOnly(2025, 10, 31), 28);
        Before = await NightAsync(city, new DateOnly(2026, 2, 1), 12);
        After = await NightAsync(city, new DateOnly(2026, 2, 24), 14);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<Night> NightAsync(City city, DateOnly origin, int horizon)
    {
        var trial = await city.AtAsync(origin, horizon, CancellationToken.None);
        return new Night(origin, horizon, new ForecastEngine(Engine).Run(trial.Known, horizon));
    }

    internal static (string Name, int Percent)[] Parse(IReadOnlyList<Message> drivers) =>
    [
        .. drivers.Where(driver => driver["effect"] is not null).Select(driver => (
            $"{driver.Code["driver.".Length..]}:{driver["day"] ?? driver["occasion"] ?? driver["feature"]}",
            (int)Math.Round(100 * Convert.ToDouble(driver["effect"], CultureInfo.InvariantCulture)))),
    ];

    /// <param name="Origin">Last day seen.</param>
    /// <param name="Horizon">Days forecast.</param>
    internal sealed record Night(DateOnly Origin, int Horizon, ForecastSet Set)
    {
        public IEnumerable<DateOnly> Days => Enumerable.Range(1, Horizon).Select(Origin.AddDays);

        /// <summary>The drivers of a service in the whole city.</summary>
        public IReadOnlyList<(string Name, int Percent)> Of(string service) =>
            Parse(Set.Nodes.Single(node => node.Node.Level == "need_class+service" && node.Node.Values[1] == service).Drivers);

        /// <summary>The drivers of a service in a community.</summary>
        public IReadOnlyList<(string Name, int Percent)> Of(string community, string service) =>
            Parse(
                Set.Nodes.Single(node => node.Node.IsBottom && node.Node.Values[2] == community && node.Node.Values[4] == service).Drivers);
    }
}
