using System.Globalization;
using CommunityDemand.Benchmarks.Reports;

namespace CommunityDemand.Benchmarks.Scale.Speed;

/// <summary>The engine's speed beside R's.</summary>
internal static class SpeedReport
{
    public static string Of(SpeedStudy study, string command)
    {
        var times = new MarkdownTable("method", "series", "CPU time", "time", "CPU a series", "refused");
        foreach (var time in (IEnumerable<PeerTime>)[study.Ours, .. study.Peers])
            times.Add(
                time.Method,
                Figures.Count(time.Series),
                Seconds(time.Cpu),
                Seconds(time.Wall),
                Milliseconds(time.Cpu / time.Series),
                Figures.Count(time.Refused));
        times.Add("mean of R's three", "", "", "", Milliseconds(study.Peers.Sum(peer => peer.Cpu / peer.Series)), "");
        var aims = new MarkdownTable("aim", "measured", "reached");
        foreach (var (what, ratio) in (ReadOnlySpan<(string, double)>)[
            ("CPU second", study.CpuTimes),
            ("second on the clock", study.WallTimes),
        ])
        {
            aims.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SpeedStudy.TimesToReach:0} times as many series a {what} as the mean of R's three, or more"),
                ratio.ToString("0", CultureInfo.InvariantCulture),
                ratio >= SpeedStudy.TimesToReach ? "yes" : "**no**");
        }

        return $"""
            ## Beside R's package forecast: {study.What}

            ```
            {command}
            ```

            Ours: training, backtest, combination, reconciliation and intervals of all levels, the first run of a process, compilation
            included. R: one fit and forecast with intervals a series, one process. The mean of the three methods needs all three.

            {times}
            {aims}
            """;
    }

    private static string Seconds(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.0} s");

    private static string Milliseconds(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{1000 * seconds:0.0} ms");
}
