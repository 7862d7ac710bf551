using CommunityDemand.Domain.Catalogue;
using CommunityDemand.Domain.Geography;
using CommunityDemand.Domain.Time;
using CommunityDemand.Pipeline.Datasets;
using CommunityDemand.Pipeline.Facts;
using CommunityDemand.Pipeline.Runs;
using Microsoft.Extensions.Options;

namespace CommunityDemand.Pipeline.Panels;

/// <summary>
/// Prepares the panel of a run: finds its origin and the area tree of the city, so that a single pass over the facts suffices for
/// everything else.
/// </summary>
internal sealed class CityPanelBuilder(
    IFactReader facts, IOptions<RunOptions> options, IOptions<CityOptions> city, IOptions<ForecastingOptions> forecasting,
    TimeProvider time)
{
    private readonly RunOptions _options = options.Value;

    /// <summary>Finds the frequency of the city, from the ledger.</summary>
    public async Task<Cadence> FindCadenceAsync(CancellationToken cancellationToken) =>
        FrequencyChoice.Of(await facts.GetDemandAsync(cancellationToken), forecasting.Value);

    /// <summary>
    /// Finds the last day that a run's forecasts may use: the requested day, or the last day of the last complete period (see
    /// <see cref="ReportingDays.LastComplete"/>). The data come from the ledger, without reading usage. The result is today (or the end of
    /// the last whole period) where there is no usage.
    /// </summary>
    public async Task<DateOnly> FindOriginAsync(Cadence cadence, DateOnly? requested, CancellationToken cancellationToken)
    {
        if (await WindowAsync(cadence, requested, cancellationToken) is not { } window)
            return cadence.LastWholeDay(requested ?? Today());
        if (requested is not null) return window.Last;
        return (await ReportingAsync(window, cancellationToken)).LastComplete() is { } period ? window.LastDayOf(period) : window.Last;
    }

    /// <summary>Reads the properties of the city up to an origin, before usage and feedback are read.</summary>
    /// <exception cref="RunFailedException">There is no usage.</exception>
    public async Task<CitySurvey> SurveyAsync(DateOnly origin, CancellationToken cancellationToken)
    {
        var cadence = await FindCadenceAsync(cancellationToken);
        if (await WindowAsync(cadence, origin, cancellationToken) is not { } window || window.Last < window.First)
            throw new RunFailedException(PanelMessages.NoUsageUntil(origin));

        var communities = (await ReportingAsync(window, cancellationToken)).Communities;
        if (communities.Count == 0) throw new RunFailedException(PanelMessages.NoUsageBetween(window.First, window.Last));
        var known = await KeyedFacts.ReadAsync(facts, cancellationToken);
        return new CitySurvey(
            window,
            new AreaTree(known.Communities, communities),
            ServiceCatalogue.BuiltIn.With(known.Services),
            new CityCalendar(city.Value.Holidays(), Entries(known.Calendar)),
            known);
    }

    private async Task<ReportingDays> ReportingAsync(HistoryWindow window, CancellationToken cancellationToken)
    {
        var reporting = new ReportingDays(window);
        await foreach (var day in facts.ReadReportedDaysAsync(window.First, window.Last, cancellationToken))
        {
            if (day.Period <= window.Cadence.Frequency) reporting.Add(day.Community, day.Date);
        }

        return reporting;
    }

    private async Task<HistoryWindow?> WindowAsync(Cadence cadence, DateOnly? requested, CancellationToken cancellationToken)
    {
        if (await facts.GetUsageSpanAsync(cancellationToken) is not { } span) return null;
        var last = cadence.LastWholeDay(Earlier(span.Last, Earlier(requested ?? span.Last, Today())));
        var first = last.AddDays(1 - _options.HistoryDaysOf(cadence));
        return new HistoryWindow(cadence, cadence.FirstDay(first > span.First ? first : span.First), last);
    }

    private static IEnumerable<CalendarEntry> Entries(IEnumerable<CalendarFact> rows)
    {
        foreach (var row in rows)
        {
            if (CalendarEntry.TryParseKind(row.Kind, out var kind))
                yield return new CalendarEntry(row.Date, kind, row.Name, row.Community, row.District);
        }
    }

    private DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(_options.TimeZone)).DateTime);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
