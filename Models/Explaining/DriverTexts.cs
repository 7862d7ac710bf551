using System.Globalization;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// What moves a node's forecast, in words a planner reads: the strongest phase of its season, the special days of the horizon, the time of the year, and its
/// growth over the year. Effects are the factors that the members work with; each is left out where it changes less than <see cref="Least"/>.
/// </summary>
internal sealed class DriverTexts(MemberRun run, FeatureEffects effects)
{
    private const double Least = 0.05;

    /// <summary>Residents change slowly: a part of a year's growth is worth a word sooner than a Monday.</summary>
    private const double LeastOfFeature = 0.02;

    public string Of(int node)
    {
        if (run.Nodes.First[node] >= run.Origin) return "as its peers";
        var index = run.IndexOf(node);
        var calendar = run.Pools.CalendarOf(run.Nodes.Hierarchy, node);
        return string.Join("; ", new[] { Season(index), Occasion(calendar, index), TimeOfYear(calendar), Shift(node, index), Feature(node), Growth(node) }.Where(text => text is not null));
    }

    private string? Season(SeasonalIndex seasonal)
    {
        var (nodes, index) = (run.Nodes, seasonal.Shrunk);
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

    private string? Occasion(CalendarProfile? calendar, SeasonalIndex seasonal) =>
        calendar is not null && new SpecialDays(run, Least).Strongest(calendar, seasonal) is { } days ? $"{days.Name} {Percent(days.Effect)}" : null;

    /// <summary>How the horizon's time of the year compares with that of the weeks just past.</summary>
    private string? TimeOfYear(CalendarProfile? calendar)
    {
        if (calendar is null) return null;
        var (panel, origin, horizon) = (run.Nodes.Panel, run.Origin, run.History.Horizon);
        double Mean(int from) => Enumerable.Range(from, horizon).Average(period => calendar.TimeOfYear(panel, period));
        var effect = (Mean(origin) / Mean(Math.Max(0, origin - horizon))) - 1;
        return Math.Abs(effect) < Least ? null : $"time of year {Percent(effect)}";
    }

    /// <summary>A lasting change of the level that the members were started from.</summary>
    private string? Shift(int node, SeasonalIndex index) => CleanSeries.Of(run, node, index).Shift is { } shift
        ? $"level {Percent(shift.Factor - 1)} since {run.Nodes.Panel.Axis[shift.At].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"
        : null;

    /// <summary>What changed in the community over the year, where the group's growth is known to go with it: "60+ share up: +6%".</summary>
    private string? Feature(int node)
    {
        if (effects.Of(run, node) is not { } effect || Math.Abs(effect.Factor - 1) < LeastOfFeature) return null;
        return $"{FeatureName(run.Nodes.Panel.Features[effect.Feature].Name)} {(effect.Change > 0 ? "up" : "down")}: {Percent(effect.Factor - 1)}";
    }

    private static string FeatureName(string feature) => feature.Split('_') switch
    {
        ["share", var age, "plus"] => $"{age}+ share",
        ["share", var from, var to] when char.IsAsciiDigit(from[0]) => $"share of {from}-{to}",
        ["share", .. var who] => $"share of {string.Join(' ', who)}",
        ["log", var what] => what,
        var words => string.Join(' ', words),
    };

    private string? Growth(int node)
    {
        var year = run.Features.GrowthOf(node).Year - 1;
        return Math.Abs(year) < Least ? null : $"{(run.Nodes.Panel.Axis.Frequency == Frequency.Hourly ? "week on week" : "year on year")} {Percent(year)}";
    }

    private static string Percent(double effect) => effect.ToString("+0%;-0%", CultureInfo.InvariantCulture);
}
