using CommunityDemand.Benchmarks.Measures;

namespace CommunityDemand.Benchmarks.Reports;

/// <summary>Tables of scores.</summary>
internal static class ScoreTables
{
    // A test at 5% calls so many of good intervals bad.
    private const double MostByChance = 0.05;

    /// <summary>A row a method.</summary>
    /// <param name="published">Figures of others on the same protocol, of the forecasts they give, whatever these are: name, MASE,
    /// WAPE.</param>
    public static string Methods(ScoreBoard board, string level, params (string Name, double Mase, double Wape)[] published)
    {
        var table = new MarkdownTable(
            "method", "MASE", "MASE of the mean", "WAPE", "WAPE of the mean", "RMSSE", "CRPS", "bias", "80%", "95%");
        foreach (var (name, mase, wape) in published)
            table.Add([name, Figures.Show(mase), Figures.Unknown, Figures.Show(wape), .. Enumerable.Repeat(Figures.Unknown, 6)]);
        foreach (var method in board.Methods)
        {
            var score = board[method, level];
            table.Add(
                Emphasised(method),
                Figures.Show(score?.Mase),
                Figures.Show(score?.MaseOfMean),
                Figures.Show(score?.Wape),
                Figures.Show(score?.WapeOfMean),
                Figures.Show(score?.Rmsse),
                Figures.Show(score?.Crps),
                Figures.Percent(score?.Bias),
                Figures.Show(score?.Coverage[0].Share80.Value),
                Figures.Show(score?.Coverage[0].Share95.Value));
        }

        return table.ToString();
    }

    /// <summary>
    /// Coverage of a method by level and third of the horizon, with the number behind each, and the share of zeros among it: italic where
    /// it is outside the bounds, bold where by more than chance.
    /// </summary>
    public static string Coverage(ScoreBoard board, string method)
    {
        var spans = board[method, board.Levels[0]]!.Coverage;
        var table = new MarkdownTable(["level", "n", "zeros", .. spans.Select(span => $"{span.From}-{span.To}: 80%, 95%")]);
        foreach (var level in board.Levels)
        {
            var score = board[method, level]!;
            table.Add([
                level,
                Figures.Count(score.Periods),
                Figures.Show(score.Zeros),
                .. score.Coverage.Select(span => $"{Marked(span.Share80, Interval80)}, {Marked(span.Share95, Interval95)}"),
            ]);
        }

        return table.ToString();
    }

    /// <summary>What an 80% interval should cover.</summary>
    public static (double Least, double Most) Interval80 { get; } = (0.78, 0.82);

    /// <summary>What a 95% interval should cover.</summary>
    public static (double Least, double Most) Interval95 { get; } = (0.93, 0.97);

    /// <summary>The coverage over the whole horizon at the finest level, and the share of levels and thirds inside the bounds.</summary>
    public static IEnumerable<Goal> CoverageGoals(ScoreBoard board, string method, string level)
    {
        var whole = board[method, level]!.Coverage[0];
        yield return new Goal($"80% covers, {level}", whole.Share80.Value, "", Interval80.Least, Interval80.Most);
        yield return new Goal($"95% covers, {level}", whole.Share95.Value, "", Interval95.Least, Interval95.Most);
        var all = board.Levels.SelectMany(each => board[method, each]!.Coverage).ToArray();
        foreach (var goal in CoverageGoals("80%", [.. all.Select(one => one.Share80)], Interval80)) yield return goal;
        foreach (var goal in CoverageGoals("95%", [.. all.Select(one => one.Share95)], Interval95)) yield return goal;
    }

    private static IEnumerable<Goal> CoverageGoals(string interval, CoveredShare[] shares, (double Least, double Most) bounds)
    {
        yield return new Goal(
            $"levels and thirds whose {interval} covers {Figures.Show(bounds.Least)} to {Figures.Show(bounds.Most)}",
            Share(shares, one => one.IsInside(bounds)),
            "",
            1,
            null);
        if (!shares.Any(one => double.IsNaN(one.Chance)))
            yield return Goal.AtMost(
                $"levels and thirds whose {interval} is further out than by chance",
                Share(shares, one => one.IsSurelyOutside(bounds)),
                MostByChance);
    }

    private static double Share(CoveredShare[] all, Func<CoveredShare, bool> which) => (double)all.Count(which) / all.Length;

    private static string Marked(CoveredShare share, (double Least, double Most) bounds) =>
        (share.IsInside(bounds), share.IsSurelyOutside(bounds)) switch
        {
            (true, _) => Figures.Show(share.Value),
            (_, true) => $"**{Figures.Show(share.Value)}**",
            _ => $"*{Figures.Show(share.Value)}*",
        };

    private static string Emphasised(string method) => method.StartsWith("ours", StringComparison.Ordinal) ? $"**{method}**" : method;
}
