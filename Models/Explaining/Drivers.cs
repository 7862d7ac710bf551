using System.Globalization;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Calendars;
using CommunityDemand.Models.Features;
using CommunityDemand.Models.Pooling;

namespace CommunityDemand.Models.Explaining;

/// <summary>
/// Drivers of a node's forecast: the strongest phase of its season, the special days of the horizon, the time of the year, and growth
/// over the year. Effects are the factors that the members use; effects below <see cref="Least"/> are left out.
/// </summary>
internal sealed class Drivers(MemberRun run, FeatureEffects effects)
{
    private const double Least = 0.05;

    /// <summary>
    /// Minimum effect of a feature. Features of residents change slowly, so a small part of a year's growth is already worth reporting.
    /// </summary>
    private const double LeastOfFeature = 0.02;

    public IReadOnlyList<Message> Of(int node)
    {
        if (run.Nodes.First[node] >= run.Origin) return [DriverMessages.Peers()];
        var index = run.IndexOf(node);
        var calendar = run.Pools.CalendarOf(run.Nodes.Hierarchy, node);
        Message?[] drivers = [
            Season(index), Occasion(calendar, index), TimeOfYear(calendar), Shift(node, index), Feature(node), Growth(node)];
        return [.. drivers.OfType<Message>()];
    }

    private Message? Season(SeasonalIndex seasonal)
    {
        var (nodes, index) = (run.Nodes, seasonal.Shrunk);
        if (nodes.Season == 1) return null;
        var strongest = Enumerable.Range(run.Origin, Math.Min(nodes.Season, run.History.Horizon))
            .MaxBy(t => Math.Abs(index[nodes.PhaseAt(t)] - 1));
        var effect = index[nodes.PhaseAt(strongest)] - 1;
        return Math.Abs(effect) < Least ? null : Phase(strongest, Share(effect));
    }

    private Message Phase(int period, double effect)
    {
        var (start, frequency) = (run.Nodes.Panel.Axis[period], run.Nodes.Panel.Axis.Frequency);
        var usual = run.Nodes.Season == frequency.DefaultSeason();
        return frequency switch
        {
            Frequency.Hourly when usual => DriverMessages.Hour(start.ToString("HH:mm", CultureInfo.InvariantCulture), effect),
            Frequency.Daily when usual => DriverMessages.Weekday(start.DayOfWeek, effect),
            Frequency.Monthly when usual => DriverMessages.Month(start.Month, effect),
            Frequency.Quarterly when usual => DriverMessages.Quarter(((start.Month - 1) / 3) + 1, effect),
            _ => DriverMessages.Phase(run.Nodes.PhaseAt(period) + 1, run.Nodes.Season, effect),
        };
    }

    private Message? Occasion(CalendarProfile? calendar, SeasonalIndex seasonal) =>
        calendar is not null && new SpecialDays(run, Least).Strongest(calendar, seasonal) is var (occasion, stretch, effect)
            ? stretch is null ? DriverMessages.Occasion(occasion, Share(effect)) : DriverMessages.Around(stretch, occasion, Share(effect))
            : null;

    /// <summary>Effect of the horizon's time of the year, compared with that of the most recent weeks.</summary>
    private Message? TimeOfYear(CalendarProfile? calendar)
    {
        if (calendar is null) return null;
        var (panel, origin, horizon) = (run.Nodes.Panel, run.Origin, run.History.Horizon);
        double Mean(int from) => Enumerable.Range(from, horizon).Average(period => calendar.TimeOfYear(panel, period));
        var effect = (Mean(origin) / Mean(Math.Max(0, origin - horizon))) - 1;
        return Math.Abs(effect) < Least ? null : DriverMessages.TimeOfYear(Share(effect));
    }

    /// <summary>Effect of a lasting level shift, to which the members were adjusted.</summary>
    private Message? Shift(int node, SeasonalIndex index) => CleanSeries.Of(run, node, index).Shift is { } shift
        ? DriverMessages.Level(DateOnly.FromDateTime(run.Nodes.Panel.Axis[shift.At]), Share(shift.Factor - 1))
        : null;

    /// <summary>
    /// Effect of a feature of the community that changed over the year, where growth in the group is known to follow that feature.
    /// </summary>
    private Message? Feature(int node)
    {
        if (effects.Of(run, node) is not { } effect || Math.Abs(effect.Factor - 1) < LeastOfFeature) return null;
        return DriverMessages.Feature(run.Nodes.Panel.Features[effect.Feature].Name, effect.Change > 0, Share(effect.Factor - 1));
    }

    private Message? Growth(int node)
    {
        var year = run.Features.GrowthOf(node).Year - 1;
        if (Math.Abs(year) < Least) return null;
        return run.Nodes.Panel.Axis.Frequency == Frequency.Hourly
            ? DriverMessages.WeekOnWeek(Share(year))
            : DriverMessages.YearOnYear(Share(year));
    }

    // Readers see whole percents.
    private static double Share(double effect) => Math.Round(effect, 2, MidpointRounding.AwayFromZero);
}
