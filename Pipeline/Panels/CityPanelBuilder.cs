using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Messages;
using CommunityDemand.Domain.Series;
using CommunityDemand.Domain.Time;
using CommunityDemand.Models.Panels;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>Builds the panel of a run from facts. Rows are added up as they are read, and none is kept.</summary>
internal sealed class CityPanelBuilder(IFactReader facts, IOptions<RunOptions> options, TimeProvider time)
{
    
    private readonly RunOptions _options = options.Value;

    /// <summary>The last day with usage that is not after today; today where there is none.</summary>
    public async Task<DateOnly> LatestDayAsync(CancellationToken cancellationToken) =>
        await WindowAsync(null, cancellationToken) is { } window ? window.Last : Today();

    /// <summary>
    /// The last day that a run's forecasts may see: the one asked for, or the last complete day (see <see cref="ReportingDays.LastCompleteDay"/>).
    /// Reads the usage of the history window. Today where there is no usage at all.
    /// </summary>
    public async Task<DateOnly> FindOriginAsync(DateOnly? requested, CancellationToken cancellationToken)
    {
        if (await WindowAsync(requested, cancellationToken) is not { } window) return requested ?? Today();
        if (requested is not null) return window.Last;
        var reporting = new ReportingDays(window.First, window.Count);
        await foreach (var fact in facts.ReadUsageAsync(window.First, window.Last, cancellationToken)) reporting.Add(fact.Community, fact.Date);
        return reporting.LastCompleteDay() is { } day ? window.First.AddDays(day) : window.Last;
    }

    /// <summary>The panel up to an origin.</summary>
    /// <exception cref="RunFailedException">There is no usage, or none that counts.</exception>
    public async Task<CityPanel> BuildAsync(DateOnly origin, CancellationToken cancellationToken)
    {
        if (await WindowAsync(origin, cancellationToken) is not { } window || window.Last < window.First)
            throw new RunFailedException(PanelMessages.NoUsageUntil(origin));

        var grid = new DemandGrid(window.First, window.Count);
        await foreach (var fact in facts.ReadUsageAsync(window.First, window.Last, cancellationToken)) grid.Add(fact);
        if (!grid.Series.Any()) throw new RunFailedException(PanelMessages.NoUsageBetween(window.First, window.Last));
        var areas = new AreaTree(await facts.ReadCommunitiesAsync(cancellationToken), grid.Reporting.Communities);
        var services = ServiceCatalogue.BuiltIn.With(await facts.ReadServicesAsync(cancellationToken));
        var calendar = new CityCalendar(HolidayRules.For(_options.Country), Entries(await facts.ReadCalendarAsync(cancellationToken)));
        var signals = await SignalsAsync(window, cancellationToken);
        var city = Assemble(window, grid, areas, services, calendar, signals);
        return city.Panel.Keys.Count > 0 ? city : throw new RunFailedException(PanelMessages.NoneExisted(window.First, window.Last));
    }

    private async Task<Window?> WindowAsync(DateOnly? requested, CancellationToken cancellationToken)
    {
        if (await facts.GetUsageSpanAsync(cancellationToken) is not { } span) return null;
        var last = Earlier(span.Last, Earlier(requested ?? span.Last, Today()));
        var first = last.AddDays(1 - _options.HistoryDays);
        return new Window(first > span.First ? first : span.First, last);
    }

    private async Task<CommunitySignals> SignalsAsync(Window window, CancellationToken cancellationToken)
    {
        var signals = new CommunitySignals(window.First, window.Count);
        await foreach (var answer in facts.ReadFeedbackAsync(window.First, window.Last, cancellationToken)) signals.Add(answer);
        foreach (var population in await facts.ReadPopulationAsync(cancellationToken)) signals.Add(population);
        return signals;
    }

    private CityPanel Assemble(
        Window window, DemandGrid grid, AreaTree areas, ServiceCatalogue services, CityCalendar calendar, CommunitySignals signals)
    {
        var origin = window.Count - 1;
        var lives = grid.Reporting.Communities.ToDictionary(c => c, c => LifeOf(c, window, grid.Reporting, areas, calendar), StringComparer.Ordinal);
        var (keys, values, activeTo) = (new List<SeriesKey>(), new List<double[]>(), new List<int?>());
        foreach (var (community, service, reported) in grid.Series)
        {
            var life = lives[community];
            var series = SeriesHistory.Of(reported, origin, life.Missing, life.Exists);
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
            new TimeAxis(Frequency.Daily, window.First.ToDateTime(TimeOnly.MinValue), window.Count),
            CitySchema.Schema,
            [.. keys.Select(CitySchema.Values)],
            [.. values],
            CalendarColumns.Of(calendar, window.First, window.Count + _options.Horizon),
            signals.Features([.. keys.Select(key => key.Community)]),
            activeTo);
        return new CityPanel(panel, areas, services, window.Last, grid.Reporting.DaysWithReports(origin), [.. Warnings(lives, areas)]);
    }

    private static Life LifeOf(string community, Window window, ReportingDays reporting, AreaTree areas, CityCalendar calendar)
    {
        areas.TryGetCommunity(community, out var described);
        var origin = window.Count - 1;
        var missing = reporting.Missing(
            community, origin, day => calendar.Day(day, community, described!.District).Kind == DayKind.Holiday);
        var first = described!.ValidFrom is { } from ? from.DayNumber - window.First.DayNumber : 0;
        var last = described.ValidTo is { } to ? to.DayNumber - window.First.DayNumber : int.MaxValue;
        var lastReport = reporting.LastReport(community, origin);
        var silent = lastReport < Math.Min(origin, last) - ReportingDays.SilentDays;
        if (silent) last = Math.Min(last, lastReport);
        return new Life(missing, (first, last), last == int.MaxValue ? null : last + 1, silent);
    }

    private static IEnumerable<Message> Warnings(Dictionary<string, Life> lives, AreaTree areas)
    {
        string[] silent = [.. lives.Where(life => life.Value.Silent).Select(life => life.Key)];
        if (silent.Length > 0) yield return PanelMessages.Silent(ReportingDays.SilentDays, silent);

        // Where nothing describes any community there is no tree to miss a place in.
        string[] lost = [.. lives.Keys.Where(community => areas.AreaOf(community, AreaLevel.District).Code == Community.Unassigned)];
        if (lost.Length > 0 && lost.Length < lives.Count) yield return PanelMessages.Lost(Community.Unassigned, lost);
    }

    private static IEnumerable<CalendarEntry> Entries(IEnumerable<CalendarFact> rows)
    {
        foreach (var row in rows)
        {
            if (CalendarEntry.TryParseKind(row.Kind, out var kind)) yield return new CalendarEntry(row.Date, kind, row.Name, row.Community, row.District);
        }
    }

    private DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(_options.TimeZone)).DateTime);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private readonly record struct Window(DateOnly First, DateOnly Last)
    {
        public int Count => Last.DayNumber - First.DayNumber + 1;
    }

    /// <param name="Missing">Days whose silence says nothing.</param>
    /// <param name="Exists">First and last day index of its existence.</param>
    /// <param name="ClosedFrom">First day index at which it is closed; null while it is open.</param>
    /// <param name="Silent">Whether it counts as closed only because it fell silent.</param>
    private sealed record Life(System.Collections.BitArray Missing, (int First, int Last) Exists, int? ClosedFrom, bool Silent);
}
