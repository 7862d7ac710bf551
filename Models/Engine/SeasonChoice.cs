using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Backtesting;
using CommunityDemand.Models.Combination;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Forecasters;
using CommunityDemand.Models.Hierarchies;
using CommunityDemand.Models.History;
using CommunityDemand.Models.Panels;

namespace CommunityDemand.Models.Engine;

/// <summary>
/// Number of periods in a season where nobody gives it: the usual number of the frequency, and for hours a week or a day, whichever the
/// statistical members forecast better with from past origins.
/// </summary>
internal static class SeasonChoice
{
    private const int Week = 168;

    /// <summary>Weeks that tell a week's season from noise.</summary>
    private const int FewestWeeks = 4;

    /// <summary>Number of series that choose.</summary>
    private const int MostSeries = 20;

    /// <summary>Maximum number of past origins.</summary>
    private const int Origins = 4;

    public static int Of(EngineOptions options, Panel panel, int horizon, CancellationToken cancellationToken)
    {
        if (options.Season is { } given) return given;
        var usual = panel.Axis.Frequency.DefaultSeason();
        if (panel.Axis.Frequency != Frequency.Hourly || panel.Axis.Count < (FewestWeeks * Week) + horizon) return usual;
        var every = (panel.Keys.Count + MostSeries - 1) / MostSeries;
        var chosen = Enumerable.Range(0, panel.Keys.Count).Where(series => series % every == 0).ToArray();
        var some = new Panel(
            panel.Axis, new KeySchema(panel.Schema.Columns, []), [.. chosen.Select(series => panel.Keys[series])],
            [.. chosen.Select(series => panel.Values[series])]);
        return Error(some, horizon, Week, cancellationToken) < Error(some, horizon, usual, cancellationToken) ? Week : usual;
    }

    /// <summary>Absolute error of the plain mean of the members, relative to the level of each series.</summary>
    private static double Error(Panel panel, int horizon, int season, CancellationToken cancellationToken)
    {
        var history = new PanelHistory(NodePanel.Of(panel, panel.Schema, season), horizon);
        string[] names = [.. StatisticalMembers.Names];
        var equal = Enumerable.Repeat(1f, names.Length).ToArray();
        var (error, mean) = (0.0, new double[horizon]);
        foreach (var origin in BacktestPlan.Origins(panel.Axis.Count, horizon, FewestWeeks * Week / 2, Origins))
        {
            var members = MemberForecaster.All(MemberRun.At(history, origin), names, null, cancellationToken);
            for (var node = 0; node < history.Nodes.Count; node++)
            {
                if (!Combiner.Combine(members, node, equal, mean)) continue;
                var (sum, level, actual) = (0.0, 0.0, history.Nodes.Copy(node, origin..Math.Min(panel.Axis.Count, origin + horizon)));
                for (var h = 0; h < actual.Length; h++)
                {
                    if (double.IsNaN(actual[h])) continue;
                    sum += Math.Abs(actual[h] - mean[h]);
                    level += actual[h];
                }

                error += level > 0 ? sum / level : 0;
            }
        }

        return error;
    }
}
