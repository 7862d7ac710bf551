using CommunityDemand.Benchmarks.Measures;
using CommunityDemand.Benchmarks.Sets;
using CommunityDemand.Local.Terminal;
using CommunityDemand.Models.Hierarchies;

namespace CommunityDemand.Benchmarks.Peers;

/// <summary>Forecasts of the methods of R's package <c>forecast</c>, each node for itself.</summary>
/// <param name="cache">Fits made before.</param>
/// <param name="canFit">Whether R is here to make others.</param>
internal sealed class RPeers(PeerCache cache, bool canFit)
{
    /// <summary>Name of the plain mean of several methods.</summary>
    public const string MeanName = "mean of these";

    /// <summary>Fits for which the seasonal naive forecast stands in, as the method refused the series.</summary>
    public int Fallbacks { get; private set; }

    /// <summary>Adds the methods' forecasts of trials to a board, and the plain mean of them.</summary>
    public async Task AddAsync(
        ScoreBoard board,
        IReadOnlyList<Trial> trials,
        IReadOnlyList<string> methods,
        IProgress<StepProgress> progress,
        CancellationToken cancellationToken)
    {
        var fits = trials
            .SelectMany(
                trial => trial.Outcomes.Keys.Where(node => trial.Past[node].Length > 0), (trial, node) => (Trial: trial, Node: node))
            .SelectMany(_ => methods, (one, method) =>
                (one.Trial, one.Node, Fit: new PeerFit(method, one.Trial.Season, one.Trial.Horizon, one.Trial.Past[one.Node])))
            .ToArray();
        var made = await FitAsync([.. fits.Select(one => one.Fit)], progress, cancellationToken);
        foreach (var trial in trials)
        {
            var of = methods.ToDictionary(method => method, _ => new Dictionary<Node, Prediction>());
            for (var i = 0; i < fits.Length; i++)
            {
                if (fits[i].Trial == trial && made[i] is { } forecast) of[fits[i].Fit.Method].Add(fits[i].Node, forecast.Forecast);
            }

            foreach (var method in methods) board.Add(Name(method), trial, of[method]);
            if (methods.Count > 1) board.Add(MeanName, trial, MeanOf([.. of.Values]));
        }

        Fallbacks += made.Count(forecast => forecast is { IsFallback: true });
    }

    /// <summary>What a table calls a method.</summary>
    public static string Name(string method) => method switch
    {
        "theta" => "R thetaf",
        "arima" => "R auto.arima",
        "stlf_arima" => "R stlf (arima)",
        _ => $"R {method}",
    };

    private async Task<PeerForecast?[]> FitAsync(
        IReadOnlyList<PeerFit> fits, IProgress<StepProgress> progress, CancellationToken cancellationToken)
    {
        var made = fits.Select(cache.Find).ToArray();
        var missing = Enumerable.Range(0, fits.Count).Where(i => made[i] is null).ToArray();
        if (missing.Length == 0 || !canFit) return made;
        await RScript.RunAsync(
            [.. missing.Select(i => fits[i])],
            (number, text) =>
            {
                cache.Keep(fits[missing[number]], text);
                made[missing[number]] = PeerForecast.Parse(text, fits[missing[number]].Horizon);
            },
            progress,
            cancellationToken);
        return made;
    }

    private static Dictionary<Node, Prediction> MeanOf(IReadOnlyList<Dictionary<Node, Prediction>> methods) => methods[0].Keys
        .Where(node => methods.All(method => method.ContainsKey(node)))
        .ToDictionary(node => node, node => Prediction.MeanOf([.. methods.Select(method => method[node])]));
}
