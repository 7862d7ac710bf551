using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>The panel of a run, summed while facts are streamed; rows are not kept.</summary>
/// <param name="horizon">Number of periods to forecast.</param>
internal sealed class CityPanelTally(CitySurvey survey, int horizon) : IFactWatcher
{
    private readonly DemandGrid _grid = new(survey.Window);
    private readonly CommunitySignals _signals = new(survey.Window);
    private readonly CoarserDemand _coarser = new();

    public FactWatch<FeedbackFact> Feedback => new(survey.Window.First, Add);

    public FactWatch<UsageFact> Usage => new(survey.Window.First, Add);

    /// <summary>Builds the panel, after the last fact.</summary>
    /// <exception cref="RunFailedException">There is no usage that counts.</exception>
    public CityPanel Build()
    {
        if (!_grid.Series.Any())
        {
            throw new RunFailedException(_coarser.Warning(survey.Window.Cadence, _grid)
                ?? PanelMessages.NoUsageBetween(survey.Window.First, survey.Window.Last));
        }

        foreach (var population in survey.Facts.Population) _signals.Add(population);
        var city = Assemble();
        return city.Panel.Keys.Count > 0
            ? city
            : throw new RunFailedException(PanelMessages.NoneExisted(survey.Window.First, survey.Window.Last));
    }

    // The window may end before the origin: a run may request a day that usage does not reach yet.
    private void Add(FeedbackFact fact)
    {
        if (fact.Date <= survey.Window.Last) _signals.Add(fact);
    }

    private void Add(UsageFact fact)
    {
        if (fact.Date > survey.Window.Last) return;
        if (fact.Period <= survey.Window.Cadence.Frequency) _grid.Add(fact);
        else _coarser.Add(fact);
    }

    private CityPanel Assemble()
    {
        var ((window, areas, services, calendar, _), grid) = (survey, _grid);
        var origin = window.Count - 1;
        var lives = grid.Reporting.Communities.ToDictionary(
            c => c, c => LifeOf(c, window, grid.Reporting, areas, calendar), StringComparer.Ordinal);
        var (keys, values, activeTo) = (new List<SeriesKey>(), new List<double[]>(), new List<int?>());
        foreach (var (community, service, reported) in grid.Series)
        {
            var life = lives[community];
            var series = SeriesHistory.Of(reported, origin, life.Missing, life.Exists, window.Cadence.ShortestOpening);
            if (series.All(double.IsNaN)) continue;
            keys.Add(new SeriesKey(
                areas.AreaOf(community, AreaLevel.District).Code,
                areas.AreaOf(community, AreaLevel.Subdistrict).Code,
                community,
                services[service].NeedClass.Code(),
                service));
            values.Add(series);
            activeTo.Add(life.ClosedFrom);
        }

        var panel = new Panel(
            new TimeAxis(window.Cadence.Frequency, window.First.ToDateTime(TimeOnly.MinValue), window.Count),
            CitySchema.Schema,
            [.. keys.Select(CitySchema.Values)],
            [.. values],
            CalendarColumns.Of(calendar, window, horizon),
            _signals.Features([.. keys.Select(key => key.Community)]),
            activeTo);
        return new CityPanel(
            panel, areas, services, window.Cadence, window.Last, grid.Reporting.PeriodsWithReports(origin), [.. Warnings(lives, areas)]);
    }

    private static Life LifeOf(string community, HistoryWindow window, ReportingDays reporting, AreaTree areas, CityCalendar calendar)
    {
        areas.TryGetCommunity(community, out var described);
        var origin = window.Count - 1;
        var missing = reporting.Missing(
            community, origin, period => IsOff(period, window, day => calendar.Day(day, community, described!.District).Kind));
        var first = described!.ValidFrom is { } from ? window.IndexOf(from) : 0;
        var last = described.ValidTo is { } to ? window.IndexOf(to) : int.MaxValue;
        var lastReport = reporting.LastReport(community, origin);
        var silent = lastReport < Math.Min(origin, last) - window.Cadence.SilentPeriods;
        if (silent) last = Math.Min(last, lastReport);
        return new Life(missing, (first, last), last == int.MaxValue ? null : last + 1, silent);
    }

    // A day off is a holiday; a week off has holidays and weekends alone.
    private static bool IsOff(int period, HistoryWindow window, Func<DateOnly, DayKind> kindOf)
    {
        var (first, last) = (window.FirstDayOf(period), window.LastDayOf(period));
        if (first == last) return kindOf(first) == DayKind.Holiday;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (kindOf(day) is DayKind.Workday or DayKind.MakeUpWorkday) return false;
        }

        return true;
    }

    private IEnumerable<Message> Warnings(Dictionary<string, Life> lives, AreaTree areas)
    {
        var cadence = survey.Window.Cadence;
        if (_coarser.Warning(cadence, _grid) is { } coarser) yield return coarser;
        string[] silent = [.. lives.Where(life => life.Value.Silent).Select(life => life.Key)];
        if (silent.Length > 0) yield return PanelMessages.Silent(cadence.Frequency, cadence.SilentPeriods, silent);

        // Where no communities are described, there is no tree in which one could be missing.
        string[] lost = [.. lives.Keys.Where(community => areas.AreaOf(community, AreaLevel.District).Code == Community.Unassigned)];
        if (lost.Length > 0 && lost.Length < lives.Count) yield return PanelMessages.Lost(Community.Unassigned, lost);
    }

    /// <param name="Missing">Periods in which missing reports mean unknown demand.</param>
    /// <param name="Exists">First and last period index of the community's existence.</param>
    /// <param name="ClosedFrom">First period index at which the community is closed; null while it is open.</param>
    /// <param name="Silent">Whether the community counts as closed only because its reports stopped.</param>
    private sealed record Life(System.Collections.BitArray Missing, (int First, int Last) Exists, int? ClosedFrom, bool Silent);
}
