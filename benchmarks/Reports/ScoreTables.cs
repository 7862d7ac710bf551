using CommunityDemand.Benchmarks.Measures;

namespace CommunityDemand.Benchmarks.Reports;

/// <summary>Tables of scores.</summary>
internal static class ScoreTables
{
    /// <summary>A row a method.</summary>
    /// <param name="published">Figures of others on the same protocol, of the forecasts they give, whatever these are: name, MASE, WAPE.</param>
    public static string Methods(ScoreBoard board, string level, params (string Name, double Mase, double Wape)[] published)
    {
        var table = new MarkdownTable("method", "MASE", "MASE of the mean", "WAPE", "WAPE of the mean", "RMSSE", "CRPS", "bias", "80%", "95%");
        foreach (var (name, mase, wape) in published)
            table.Add([name, Figures.Show(mase), Figures.Unknown, Figures.Show(wape), .. Enumerable.Repeat(Figures.Unknown, 6)]);
        foreach (var method in board.Methods)
        {
            var score = board[method, level];
            table.Add(
                Emphasised(method), Figures.Show(score?.Mase), Figures.Show(score?.MaseOfMean), Figures.Show(score?.Wape), Figures.Show(score?.WapeOfMean),
                Figures.Show(score?.Rmsse), Figures.Show(score?.Crps), Figures.Percent(score?.Bias), Figures.Show(score?.Coverage[0].Share80), Figures.Show(score?.Coverage[0].Share95));
        }

        return table.ToString();
    }

    /// <summary>Coverage of a method by level and third of the horizon, with the number behind each, and the share of zeros among it.</summary>
    public static string Coverage(ScoreBoard board, string method)
    {
        var spans = board[method, board.Levels[0]]!.Coverage;
        var table = new MarkdownTable(["level", "n", "zeros", .. spans.Select(span => $"{span.From}-{span.To}: 80%, 95%")]);
        foreach (var level in board.Levels)
        {
            var score = board[method, level]!;
            table.Add([level, Figures.Count(score.Periods), Figures.Show(score.Zeros), .. score.Coverage.Select(span => $"{Marked(span.Share80, Interval80)}, {Marked(span.Share95, Interval95)}")]);
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
        yield return new Goal($"80% covers, {level}", whole.Share80, "", Interval80.Least, Interval80.Most);
        yield return new Goal($"95% covers, {level}", whole.Share95, "", Interval95.Least, Interval95.Most);
        var all = board.Levels.SelectMany(each => board[method, each]!.Coverage).ToArray();
        yield return new Goal("levels and thirds whose 80% covers .780 to .820", Share(all, one => one.Share80, Interval80), "", 1, null);
        yield return new Goal("levels and thirds whose 95% covers .930 to .970", Share(all, one => one.Share95, Interval95), "", 1, null);
    }

    private static double Share(Coverage[] all, Func<Coverage, double> of, (double Least, double Most) bounds) =>
        (double)all.Count(one => of(one) >= bounds.Least && of(one) <= bounds.Most) / all.Length;

    private static string Marked(double share, (double Least, double Most) bounds) =>
        share >= bounds.Least && share <= bounds.Most ? Figures.Show(share) : $"**{Figures.Show(share)}**";

    private static string Emphasised(string method) => method.StartsWith("ours", StringComparison.Ordinal) ? $"**{method}**" : method;
}
