using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Tests.Models;

/// <summary>Panels whose truth is known.</summary>
internal static class Synthetic
{
    public static readonly KeySchema City = new(
        ["district", "community", "need", "service"], [["district", "community"], ["need", "service"]]);

    /// <summary>Monthly counts of 2 districts x 3 communities x 4 services with a yearly season, drawn from a seed.</summary>
    public static Panel Monthly(int periods = 48, int seed = 1, Action<int, double[]>? change = null, KeySchema? schema = null)
    {
        var random = new Random(seed);
        var keys = new List<string[]>();
        var values = new List<double[]>();
        for (var community = 0; community < 6; community++)
        {
            for (var service = 0; service < 4; service++)
            {
                keys.Add([$"d{community / 3}", $"c{community}", $"n{service / 2}", $"s{service}"]);
                var level = 5.0 * (1 + community) * (1 + service);
                var series = new double[periods];
                for (var t = 0; t < periods; t++)
                {
                    var season = 1 + (0.4 * Math.Sin(2 * Math.PI * (t + (3 * service)) / 12));
                    series[t] = Math.Round(Math.Max(0, level * season * (1 + (0.2 * (random.NextDouble() - 0.5)))));
                }

                change?.Invoke(keys.Count - 1, series);
                values.Add(series);
            }
        }

        return new Panel(new TimeAxis(Frequency.Monthly, new DateTime(2020, 1, 1), periods), schema ?? City, keys, [.. values]);
    }
}
