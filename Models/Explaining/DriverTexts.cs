using System.Globalization;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Boosting;
using CommunityDemand.Models.Forecasters;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// What moves a node's forecast, in words a planner reads: the strongest phase of its season, what the calendar does to the boosted model's
/// part of it, and its growth over the year. Each is left out where it changes less than <see cref="Least"/>.
/// </summary>
internal sealed class DriverTexts(MemberRun run, BoostedModel? boosted)
{
    private const double Least = 0.05;

    private readonly float[] _usual = [.. run.Nodes.Panel.Calendar.Columns.Select(column => MostCommon(column, run.Origin))];

    /// <param name="boostedWeight">The boosted model's weight in the node's combination.</param>
    public string Of(int node, double boostedWeight)
    {
        if (run.Nodes.First[node] >= run.Origin) return "as its peers";
        return string.Join("; ", new[] { Season(node), Calendar(node, boostedWeight), Growth(node) }.Where(text => text is not null));
    }

    private string? Season(int node)
    {
        var (nodes, index) = (run.Nodes, run.IndexOf(node).Shrunk);
        if (nodes.Season == 1) return null;
        var strongest = Enumerable.Range(run.Origin, Math.Min(nodes.Season, run.History.Horizon)).MaxBy(t => Math.Abs(index[nodes.PhaseAt(t)] - 1));
        var effect = index[nodes.PhaseAt(strongest)] - 1;
        return Math.Abs(effect) < Least ? null : $"{PhaseName(strongest)} {Percent(effect)}";
    }

    private string PhaseName(int period)
    {
        var (start, frequency) = (run.Nodes.Panel.Axis[period], run.Nodes.Panel.Axis.Frequency);
        var usual = run.Nodes.Season == frequency.DefaultSeason();
        return frequency switch
        {
            Frequency.Hourly when usual => start.ToString("HH:mm", CultureInfo.InvariantCulture),
            Frequency.Daily when usual => $"{start.DayOfWeek}s",
            Frequency.Monthly when usual => start.ToString("MMMM", CultureInfo.InvariantCulture),
            Frequency.Quarterly when usual => $"Q{((start.Month - 1) / 3) + 1}",
            _ => $"period {run.Nodes.PhaseAt(period) + 1} of {run.Nodes.Season}",
        };
    }

    /// <summary>How the boosted model's forecast changes if the special days of the horizon were usual ones, by its weight.</summary>
    private string? Calendar(int node, double weight)
    {
        if (boosted is null || weight <= 0 || _usual.Length == 0 || run.Features.Scales[node] <= 0) return null;
        var calendar = run.Nodes.Panel.Calendar;
        var (with, without) = (0.0, 0.0);
        var single = new double[_usual.Length];
        for (var h = 1; h <= run.History.Horizon; h++)
        {
            var t = run.Origin + h - 1;
            if (!Enumerable.Range(0, _usual.Length).Any(column => IsSpecial(column, t))) continue;
            var score = boosted.Score(run.Features, node, h);
            with += score;
            without += boosted.Score(run.Features, node, h, _usual);
            for (var column = 0; column < single.Length; column++)
            {
                if (!IsSpecial(column, t)) continue;
                var others = calendar.Columns.Select((values, i) => i == column ? _usual[i] : values[t]).ToArray();
                single[column] += score - boosted.Score(run.Features, node, h, others);
            }
        }

        var effect = without > 0 ? weight * ((with / without) - 1) : 0;
        var strongest = Enumerable.Range(0, single.Length).MaxBy(column => Math.Abs(single[column]));
        return Math.Abs(effect) < Least ? null : $"{Plain(calendar.Names[strongest])} {Percent(effect)}";
    }

    private bool IsSpecial(int column, int period) => run.Nodes.Panel.Calendar.Columns[column][period] != _usual[column];

    private string? Growth(int node)
    {
        var year = run.Features.GrowthOf(node).Year - 1;
        return Math.Abs(year) < Least ? null : $"year on year {Percent(year)}";
    }

    private static string Plain(string column)
    {
        var words = column.Replace('_', ' ');
        if (words.StartsWith("is ", StringComparison.Ordinal)) return words[3..];
        return words.StartsWith("days from ", StringComparison.Ordinal) ? $"around {words[10..]}" : words;
    }

    private static string Percent(double effect) => effect.ToString("+0%;-0%", CultureInfo.InvariantCulture);

    private static float MostCommon(float[] values, int count) =>
        values.Take(count).GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).Select(group => group.Key).First();
}
